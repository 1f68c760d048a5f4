import type {Sink} from '#output/types'

interface Terminal {
  stdin: NodeJS.ReadableStream & {isTTY?: boolean}
  stderr: Sink
  signal: AbortSignal
}

/** Asks a question of yes or no; no is the default. Where nobody can answer, in a pipe, it is yes, as in OSC. */
export async function confirm(question: string, {stdin, stderr, signal}: Terminal): Promise<boolean> {
  if (!stdin.isTTY) return true
  const {createInterface} = await import('node:readline')
  await stderr.write(`${question} [y/N] `)
  const lines = createInterface({input: stdin})
  try {
    for await (const line of lines) return /^y/i.test(line.trim())
    return false
  } finally {
    lines.close()
    signal.throwIfAborted()
  }
}
