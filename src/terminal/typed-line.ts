import {InterruptedError} from '#errors'

export type Terminal = NodeJS.ReadableStream & {
  isTTY?: boolean
  setRawMode?(raw: boolean): unknown
  unshift(chunk: Uint8Array): void
}

const KEY = {ctrlC: 3, ctrlD: 4, backspace: 8, newline: 10, return: 13, ctrlU: 21, delete: 127}

/**
 * A line typed at a terminal in raw mode, where nothing is echoed and Ctrl-D does not end the input for all who read after;
 * what is pasted after it stays for them. `shown` is called with the line before and after each change. Undefined with Ctrl-D;
 * InterruptedError on Ctrl-C, and what `signal` is aborted with.
 */
export async function typedLine(
  terminal: Terminal,
  {shown = () => {}, signal}: {shown?: (before: string, after: string) => void; signal?: AbortSignal},
): Promise<string | undefined> {
  const bytes: number[] = []
  const text = () => Buffer.from(bytes).toString()
  signal?.throwIfAborted()
  return await new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      terminal.off('data', take)
      terminal.off('end', interrupted)
      signal?.removeEventListener('abort', stopped)
      terminal.pause()
      act()
    }
    const interrupted = () => settle(() => reject(new InterruptedError()))
    const stopped = () => settle(() => reject(signal?.reason))
    const take = (chunk: Uint8Array) => {
      const before = text()
      for (const [i, byte] of chunk.entries()) {
        if (byte === KEY.ctrlC) return interrupted()
        if (byte === KEY.ctrlD) return settle(() => resolve(undefined))
        if (byte === KEY.return || byte === KEY.newline) {
          shown(before, text())
          settle(() => resolve(text()))
          if (i + 1 < chunk.length) terminal.unshift(chunk.subarray(i + 1))
          return
        }
        edit(bytes, byte)
      }
      shown(before, text())
    }
    terminal.on('data', take)
    terminal.on('end', interrupted)
    signal?.addEventListener('abort', stopped)
    terminal.resume()
  })
}

function edit(bytes: number[], byte: number): void {
  if (byte === KEY.ctrlU) bytes.length = 0
  else if (byte !== KEY.backspace && byte !== KEY.delete) bytes.push(byte)
  // One character back: its continuation bytes and its first one.
  else while (bytes.length > 0 && ((bytes.pop() ?? 0) & 0xc0) === 0x80);
}
