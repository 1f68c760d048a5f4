import {UsageError} from '#errors'
import {isCi} from '#hints/audience'
import type {Sink} from '#output/types'

interface Terminal {
  stdin: () => NodeJS.ReadableStream & {isTTY?: boolean}
  stderr: Sink
  env: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
}

/**
 * Asks a question of yes or no; no is the default. Where nobody can answer, in a pipe, it is yes, as in OSC; or, with
 * `stdin`, what the first line of standard input says, and an error when there is none. In CI a terminal is nobody.
 */
export async function confirm(
  question: string,
  {stdin, stderr, env, signal}: Terminal,
  inPipe: 'yes' | 'stdin' = 'yes',
): Promise<boolean> {
  const input = stdin()
  if (!input.isTTY && inPipe === 'yes') return true
  if (input.isTTY && isCi(env)) {
    throw new UsageError(`Nobody is asked where CI is set: ${question}`, {
      hint: 'Use the option that approves beforehand, or unset CI.',
    })
  }
  const {createInterface} = await import('node:readline')
  if (input.isTTY) await stderr.write(`${question} [y/N] `)
  const lines = createInterface({input, signal})
  try {
    for await (const line of lines) return /^y/i.test(line.trim())
  } finally {
    lines.close()
    signal.throwIfAborted()
  }
  if (input.isTTY) return false
  throw new UsageError('Nobody said yes, so nothing is done.', {
    hint: 'Answer y on standard input, or use the option that approves beforehand.',
  })
}
