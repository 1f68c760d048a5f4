import {sanitize} from '#output/sanitize'
import type {Sink} from '#output/types'
import {displayWidth} from '#output/width'
import {readLine} from '#terminal/read-line'
import {type Terminal, typedLine} from '#terminal/typed-line'

export interface PromptRuntime {
  stdin: () => NodeJS.ReadableStream & {isTTY?: boolean}
  stderr: Sink
  signal: AbortSignal
}

/** The line that somebody answers with at the terminal, which shows it; undefined with Ctrl-D. Rejects on Ctrl-C. */
export async function ask(question: string, {stdin, stderr, signal}: PromptRuntime): Promise<string | undefined> {
  const terminal: Terminal = stdin()
  if (!terminal.setRawMode) {
    await stderr.write(question)
    return await readLine(terminal, signal)
  }
  const written: Promise<void>[] = []
  const write = (text: string) => void written.push(stderr.write(text))
  const shown = (before: string, after: string) => {
    const goesOn = after.startsWith(before)
    if (!goesOn) write('\b \b'.repeat(displayWidth(sanitize(before))))
    write(sanitize(goesOn ? after.slice(before.length) : after))
  }
  // First, so that a key which answers at once is taken as any other.
  terminal.setRawMode(true)
  try {
    await stderr.write(question)
    return await typedLine(terminal, {shown, signal})
  } finally {
    terminal.setRawMode(false)
    write('\n')
    await Promise.all(written)
  }
}
