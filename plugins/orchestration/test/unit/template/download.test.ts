import assert from 'node:assert/strict'
import {createServer, type RequestListener, type Server} from 'node:http'
import {createServer as createSecureServer} from 'node:https'
import {asObject} from '@osc-cli/core'
import {makeCertificates} from '@osc-cli/core/test/support/certificates'
import {download} from '../../../src/template/download.ts'

const answers: RequestListener = (request, response) => {
  const {url = '/'} = request
  if (url === '/a%20b/%C3%BC?x=1') response.end(`${request.method} ${request.headers['accept-encoding']}`)
  else if (url === '/moved') response.writeHead(301, {location: 'a%20b/%C3%BC?x=1'}).end()
  else if (url === '/away') response.writeHead(302, {location: 'ftp://elsewhere/a'}).end()
  else if (url === '/loop') response.writeHead(307, {location: '/loop'}).end()
  else if (url === '/large') flood(response)
  else if (url === '/cut') response.writeHead(200, {'content-length': '100'}).write('short', () => response.destroy())
  else if (url === '/who') response.end(request.headers.authorization ?? 'nobody')
  else response.writeHead(404).end('not here')
}

function flood(response: Parameters<RequestListener>[1]): void {
  const chunk = Buffer.alloc(1024 * 1024)
  const more = (): void => {
    if (!response.destroyed) response.write(chunk, more)
  }
  more()
}

describe('downloading a template', () => {
  let server: Server
  let site: string
  before(async () => {
    server = createServer(answers)
    site = `http://127.0.0.1:${await listen(server)}`
  })
  after(() => server.close())

  const text = async (path: string) => (await download(`${site}${path}`)).toString()

  it('encodes what stands plainly in the URL', async () => assert.equal(await text('/a b/ü?x=1'), 'GET identity'))
  it('follows redirects', async () => assert.equal(await text('/moved'), 'GET identity'))
  it('sends the credentials of the URL', async () =>
    assert.equal((await download(`${site.replace('://', '://me:pw@')}/who`)).toString(), `Basic ${btoa('me:pw')}`))

  const errors: [path: string, message: RegExp][] = [
    ['/nothing', /^http:.*\/nothing: HTTP 404$/],
    ['/away', /^http:.*\/away: not following the redirect to ftp:\/\/elsewhere\/a$/],
    ['/loop', /^http:.*\/loop: more than 10 redirects$/],
    ['/large', /^http:.*\/large: larger than 64 MiB$/],
    ['/cut', /^http:.*\/cut: .*aborted/],
  ]
  for (const [path, message] of errors) {
    it(`fails at ${path}`, () => assert.rejects(text(path), {name: 'DownloadError', message}))
  }

  it('tells no password when it fails', () =>
    assert.rejects(download('http://me:secret@127.0.0.1:9/a'), {
      message: /^http:\/\/127\.0\.0\.1:9\/a: .*ECONNREFUSED/,
    }))

  it('stops when interrupted', () =>
    assert.rejects(download(`${site}/large`, AbortSignal.timeout(20)), {name: 'InterruptedError'}))

  it('refuses a certificate that nobody vouches for', async () => {
    const certificates = makeCertificates()
    const secure = createSecureServer(certificates.selfSigned('localhost'), answers)
    const port = await listen(secure)
    try {
      await assert.rejects(download(`https://localhost:${port}/who`), {
        message: /^https:\/\/localhost:\d+\/who: self-signed certificate/,
      })
    } finally {
      secure.close()
      certificates.remove()
    }
  })
})

function listen(server: Server | ReturnType<typeof createSecureServer>): Promise<unknown> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(asObject(server.address()).port))
  })
}
