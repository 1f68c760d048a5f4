import {isCi} from '#advice/next-steps/audience'
import {UsageError} from '#errors'
import {ask, type PromptRuntime} from '#terminal/ask'
import {readLine} from '#terminal/read-line'

interface Prompt extends PromptRuntime {
  env: Readonly<Record<string, string | undefined>>
}

/**
 * Asks a question of yes or no; no is the default. Where nobody can answer, in a pipe, it is yes, as in OSC; or, with
 * `stdin`, what the first line of standard input says, and an error when there is none. In CI a terminal is nobody.
 */
export async function confirm(
  question: string,
  {stdin, stderr, env, signal}: Prompt,
  inPipe: 'yes' | 'stdin' = 'yes',
): Promise<boolean> {
  const input = stdin()
  if (!input.isTTY && inPipe === 'yes') return true
  if (input.isTTY && isCi(env)) {
    throw new UsageError(`CI is set, so osc does not prompt: ${question}`, {
      hint: 'Use the option that skips the prompt, or unset CI.',
    })
  }
  const line = await (input.isTTY ? ask(`${question} [y/N] `, {stdin, stderr, signal}) : readLine(input, signal))
  if (line !== undefined) return /^y/i.test(line.trim())
  if (input.isTTY) return false
  throw new UsageError('Cancelled: no answer on standard input.', {
    hint: 'Answer y on standard input, or use the option that skips the prompt.',
  })
}
