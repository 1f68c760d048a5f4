import {once} from 'node:events'
import {createInterface} from 'node:readline/promises'
import {type CommandContext, InterruptedError, sanitize} from '@osc-cli/core'

/** Whether standard input is a terminal, so that questions can be asked. */
export const canPrompt = ({runtime}: Pick<CommandContext, 'runtime'>): boolean => runtime.stdin().isTTY === true

/** The user's answer to a question on the terminal; `fallback` for an empty line. InterruptedError when the input ends. */
export async function ask(
  {runtime}: Pick<CommandContext, 'runtime'>,
  question: string,
  fallback: string,
): Promise<string> {
  const lines = createInterface({input: runtime.stdin()})
  try {
    await runtime.stderr.write(sanitize(`${question} [${fallback}] `))
    const closed = once(lines, 'close', {signal: runtime.signal}).then(() => undefined)
    const line = await Promise.race([lines.question('', {signal: runtime.signal}), closed])
    if (line === undefined) throw new InterruptedError()
    return line.trim() || fallback
  } finally {
    lines.close()
  }
}
