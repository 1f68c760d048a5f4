import type {Readable} from 'node:stream'

const MOST_BYTES = 64 * 1024
const MOST_MILLISECONDS = 1000

/**
 * Reads a body that nobody needs to its end, so that its connection can be used again. A long or slow body is not worth it:
 * its connection is closed.
 */
export function discard({stream}: {stream(): Readable}): void {
  const body = stream()
  let bytes = 0
  const timer = setTimeout(() => body.destroy(), MOST_MILLISECONDS)
  timer.unref()
  body.once('close', () => clearTimeout(timer))
  body.on('error', () => {})
  body.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length
    if (bytes > MOST_BYTES) body.destroy()
  })
}
