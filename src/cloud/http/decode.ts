import type {IncomingMessage} from 'node:http'
import type {Duplex, Readable} from 'node:stream'
import {ConnectionError} from '#errors'

/** What a decoder says when the body ends too early or has another encoding. */
const BAD_DATA = /^(?:Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/

/**
 * The body as it was before content-encoding (gzip, deflate, br). Errors come as `explained` makes them; leaving early ends the
 * connection, for the rest is not worth reading.
 */
export function decodedBody(answer: IncomingMessage, method: string, explained: (error: unknown) => Error): Readable {
  const {PassThrough} = process.getBuiltinModule('node:stream')
  const out = new PassThrough()
  const fail = (error: unknown) => out.destroy(explained(isBadData(error) ? brokenOff() : error))
  const encodings = hasBody(answer, method) ? encodingsOf(answer) : []
  let last: Readable = answer
  // A body that nobody reads may fail unheard; a reader gets the error anyway.
  out.on('error', () => {})
  answer.on('error', fail)
  for (const encoding of encodings.reverse()) {
    const decoder = decoderOf(encoding)
    if (!decoder) continue
    decoder.on('error', fail)
    last = last.pipe(decoder)
  }
  last.pipe(out)
  out.once('close', () => {
    if (!answer.complete) answer.destroy()
  })
  return out
}

const hasBody = ({statusCode}: IncomingMessage, method: string): boolean =>
  method !== 'HEAD' && statusCode !== 204 && statusCode !== 304

const encodingsOf = ({headers}: IncomingMessage): string[] =>
  (headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((encoding) => encoding.trim())

function decoderOf(encoding: string): Duplex | undefined {
  if (!['gzip', 'x-gzip', 'deflate', 'br'].includes(encoding)) return undefined
  const zlib = process.getBuiltinModule('node:zlib')
  if (encoding === 'br') return zlib.createBrotliDecompress()
  return encoding === 'deflate' ? inflate() : zlib.createGunzip()
}

/** `deflate` means zlib's format, and some servers send the bare one: the first byte shows which. */
function inflate(): Duplex {
  const {Transform} = process.getBuiltinModule('node:stream')
  const zlib = process.getBuiltinModule('node:zlib')
  let inner: Duplex | undefined
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!inner) {
        inner = ((chunk[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw()
        inner.on('data', (data: Buffer) => this.push(data))
        inner.on('error', (error) => this.destroy(error))
      }
      inner.write(chunk, done)
    },
    flush(done) {
      if (!inner) return done()
      inner.once('end', () => done())
      inner.end()
    },
  })
}

const isBadData = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && BAD_DATA.test(error.code)

const brokenOff = (): Error =>
  new ConnectionError('The compressed response body is truncated or damaged.', {code: 'BadBody'})
