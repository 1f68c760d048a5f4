import {createHash} from 'node:crypto'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {ACCOUNT} from './fixture-cloud.ts'

const CHUNK = Buffer.alloc(2 ** 18)

/** A Swift that keeps sizes and checksums of objects, but not their content: downloads are zeros. */
export interface FixtureSwift {
  /** Requests since the last `reset`. */
  requests: () => number
  /** Starts to count again, with these objects in every container. */
  reset: (objects?: Objects) => void
  listener: (request: IncomingMessage, answer: ServerResponse) => void
}

/** Sizes by name. */
export type Objects = ReadonlyMap<string, number>

/** `latency`: milliseconds before an answer, as a real store needs to write replicas. */
export function createFixtureSwift(latency: number): FixtureSwift {
  let [count, objects]: [number, Objects] = [0, new Map()]
  const etags = new Map<number, string>()
  const etagOf = (size: number): string => {
    const known = etags.get(size) ?? md5OfZeros(size)
    etags.set(size, known)
    return known
  }
  const rows = (marker: string) =>
    [...objects]
      .filter(([name]) => name > marker)
      .slice(0, 10_000)
      .map(([name, bytes]) => ({name, bytes, hash: etagOf(bytes), content_type: 'x', last_modified: MODIFIED}))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [, ...path] = decodeURIComponent(url.pathname.slice(ACCOUNT.length)).split('/')
    const name = path.slice(1).join('/')
    response.setHeader('x-trans-id', 'tx1')
    if (request.method === 'PUT') {
      const hash = createHash('md5')
      for await (const chunk of request) hash.update(chunk as Buffer)
      response.writeHead(201, {etag: hash.digest('hex'), 'content-length': 0}).end()
      return
    }
    request.resume()
    const size = objects.get(name)
    if (name !== '' && size === undefined) response.writeHead(404, {'content-length': 0}).end()
    else if (name === '') {
      const headers = {'x-container-object-count': objects.size, 'content-type': 'application/json'}
      const marker = url.searchParams.get('marker') ?? ''
      response.writeHead(200, headers).end(request.method === 'HEAD' ? '' : JSON.stringify(rows(marker)))
    } else {
      const length = size ?? 0
      response.writeHead(200, {etag: etagOf(length), 'content-length': length, 'content-type': 'x', 'x-timestamp': 1})
      if (request.method === 'HEAD') response.end()
      else await pipeline(Readable.from(zeros(length), {objectMode: false, highWaterMark: CHUNK.length}), response)
    }
  }
  return {
    requests: () => count,
    reset(some = new Map()) {
      count = 0
      objects = some
      // Not while a client waits.
      for (const size of new Set(some.values())) etagOf(size)
    },
    listener(request, response) {
      count += 1
      setTimeout(() => answer(request, response).catch(() => response.destroy()), latency)
    },
  }
}

const MODIFIED = '2026-01-01T00:00:00.000000'

/** A body of this many zeros, in pieces. */
export function* zeros(size: number): Generator<Buffer> {
  for (let left = size; left > 0; left -= CHUNK.length) yield CHUNK.subarray(0, left)
}

function md5OfZeros(size: number): string {
  const hash = createHash('md5')
  for (const chunk of zeros(size)) hash.update(chunk)
  return hash.digest('hex')
}
