type Input = NodeJS.ReadableStream & {unshift(chunk: Uint8Array): void}

const [RETURN, NEWLINE] = [13, 10]

/**
 * The next line of a terminal or a pipe, without its end. What is there after it, pasted in one go, stays for whoever reads
 * next; what the prompt of the shell has left there ends its lines as the Enter key does. Undefined where the input ends before it begins; rejects with what `signal` is aborted with.
 */
export async function readLine(input: Input, signal: AbortSignal): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  signal.throwIfAborted()
  return await new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      input.off('data', take)
      input.off('end', ended)
      input.off('error', failed)
      signal.removeEventListener('abort', stopped)
      input.pause()
      act()
    }
    const text = () => Buffer.concat(chunks).toString()
    const ended = () => settle(() => resolve(chunks.length === 0 ? undefined : text()))
    const failed = (error: unknown) => settle(() => reject(error))
    const stopped = () => settle(() => reject(signal.reason))
    const take = (chunk: Uint8Array | string) => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      const at = bytes.findIndex((byte) => byte === RETURN || byte === NEWLINE)
      chunks.push(at < 0 ? bytes : bytes.subarray(0, at))
      if (at < 0) return
      const end = bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? at + 2 : at + 1
      settle(() => resolve(text()))
      if (end < bytes.length) input.unshift(bytes.subarray(end))
    }
    input.on('data', take)
    input.on('end', ended)
    input.on('error', failed)
    signal.addEventListener('abort', stopped)
    input.resume()
  })
}
