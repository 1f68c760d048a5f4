import {InterruptedError, UsageError} from '#errors'
import type {Runtime} from '#runtime'
import {type Terminal, typedLine} from '#terminal/typed-line'

/**
 * A line typed at the terminal without echo. UsageError where there is no terminal, InterruptedError on Ctrl-C or Ctrl-D;
 * rejects with what `signal` is aborted with when the process must end.
 */
export async function readSecret(
  {stdin, stderr, signal}: Pick<Runtime, 'stdin' | 'stderr' | 'signal'>,
  prompt: string,
): Promise<string> {
  const terminal: Terminal = stdin()
  if (!terminal.isTTY || !terminal.setRawMode) {
    throw new UsageError(`Cannot prompt for ${prompt.replace(/:\s*$/, '')}: not a terminal.`, {
      hint: 'Pass it with an option.',
    })
  }
  // First, so that nothing typed at the prompt is echoed.
  terminal.setRawMode(true)
  try {
    await stderr.write(prompt)
    const line = await typedLine(terminal, {signal})
    if (line === undefined) throw new InterruptedError()
    return line
  } finally {
    terminal.setRawMode(false)
    await stderr.write('\n')
  }
}
