import {InterruptedError, UsageError} from '#errors'
import type {Runtime} from '#runtime'

type Terminal = NodeJS.ReadableStream & {
  isTTY?: boolean
  setRawMode?(raw: boolean): unknown
  unshift(chunk: Uint8Array): void
}

/**
 * A line typed at the terminal without echo. UsageError where there is no terminal, InterruptedError on Ctrl-C or Ctrl-D, and
 * when `signal` aborts: the process was told to end.
 */
export async function readSecret(
  {stdin, stderr, signal}: Pick<Runtime, 'stdin' | 'stderr'> & Partial<Pick<Runtime, 'signal'>>,
  prompt: string,
): Promise<string> {
  const terminal = stdin() as Terminal
  if (!terminal.isTTY || !terminal.setRawMode) {
    throw new UsageError(`There is no terminal to ask for: ${prompt.replace(/:\s*$/, '')}.`, {
      hint: 'Give it with an option instead.',
    })
  }
  // First, so that nothing typed at the prompt is echoed.
  terminal.setRawMode(true)
  try {
    await stderr.write(prompt)
    return await readLine(terminal, signal)
  } finally {
    terminal.setRawMode(false)
    await stderr.write('\n')
  }
}

async function readLine(terminal: Terminal, signal: AbortSignal | undefined): Promise<string> {
  const bytes: number[] = []
  return await new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      terminal.off('data', take)
      terminal.off('end', interrupted)
      signal?.removeEventListener('abort', interrupted)
      terminal.pause()
      act()
    }
    const interrupted = () => settle(() => reject(new InterruptedError()))
    const take = (chunk: Uint8Array) => {
      for (const [i, byte] of chunk.entries()) {
        if (byte === KEY.ctrlC || byte === KEY.ctrlD) return interrupted()
        if (byte === KEY.return || byte === KEY.newline) {
          settle(() => resolve(Buffer.from(bytes).toString()))
          // A pasted answer to the next question stays for it.
          if (i + 1 < chunk.length) terminal.unshift(chunk.subarray(i + 1))
          return
        }
        edit(bytes, byte)
      }
    }
    terminal.on('data', take)
    terminal.on('end', interrupted)
    signal?.addEventListener('abort', interrupted)
    terminal.resume()
    if (signal?.aborted) interrupted()
  })
}

const KEY = {ctrlC: 3, ctrlD: 4, backspace: 8, newline: 10, return: 13, ctrlU: 21, delete: 127}

function edit(bytes: number[], byte: number): void {
  if (byte === KEY.ctrlU) bytes.length = 0
  else if (byte !== KEY.backspace && byte !== KEY.delete) bytes.push(byte)
  // One character back: its continuation bytes and its first one.
  else while (bytes.length > 0 && ((bytes.pop() ?? 0) & 0xc0) === 0x80);
}
