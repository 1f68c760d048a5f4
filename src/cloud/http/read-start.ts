import type {Readable} from 'node:stream'

/**
 * The beginning of a body, at most `bytes` long, or what arrived before `milliseconds` of silence. The rest is not read: a
 * server may send without end. Empty for a truncated body.
 */
export async function readStart(body: Readable, bytes: number, milliseconds: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  let isSilent = false
  const silence = setTimeout(() => {
    isSilent = true
    body.destroy()
  }, milliseconds)
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= bytes) break
      silence.refresh()
    }
  } catch {
    if (!isSilent) return Buffer.alloc(0)
  } finally {
    clearTimeout(silence)
  }
  return Buffer.concat(chunks).subarray(0, bytes)
}
