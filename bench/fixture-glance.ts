import {createHash} from 'node:crypto'
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {IMAGES} from './fixture-cloud.ts'
import {zeros} from './fixture-swift.ts'

const ID = '11111111-0000-4000-8000-000000000000'

/** A Glance with one image, of which it keeps the size and the checksums. Its data is downloaded as zeros. */
export function createFixtureGlance(): RequestListener {
  const image = {id: ID, name: 'disk', status: 'queued', visibility: 'private', container_format: 'bare'}
  let size = 0

  async function receive(request: IncomingMessage): Promise<void> {
    const [sha512, md5] = [createHash('sha512'), createHash('md5')]
    size = 0
    for await (const chunk of request) {
      size += (chunk as Buffer).length
      sha512.update(chunk as Buffer)
      md5.update(chunk as Buffer)
    }
    const hashes = {os_hash_algo: 'sha512', os_hash_value: sha512.digest('hex'), checksum: md5.digest('hex')}
    Object.assign(image, {status: 'active', disk_format: 'raw', size}, hashes)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost')
    if (request.method === 'PUT') {
      await receive(request)
      response.writeHead(204).end()
    } else if (pathname.endsWith('/file')) {
      response.writeHead(200, {'content-length': size, 'content-type': 'application/octet-stream'})
      await pipeline(Readable.from(zeros(size), {objectMode: false}), response)
    } else {
      request.resume()
      const body = request.method === 'POST' || pathname !== IMAGES ? image : {images: [image]}
      response.writeHead(request.method === 'POST' ? 201 : 200, {'content-type': 'application/json'})
      response.end(JSON.stringify(body))
    }
  }
  return (request, response) => void answer(request, response).catch(() => response.destroy())
}
