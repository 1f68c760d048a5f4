import assert from 'node:assert/strict'
import type {CloudConfig} from '#cloud/config/types'
import {createDownload} from '#cloud/download'
import {createTrace} from '#cloud/trace/trace'
import {ConnectionError, HttpError, UsageError} from '#errors'
import {type CertificateMaker, makeCertificates} from '../../support/certificates.ts'
import {startFixtureProxy} from '../../support/fixture-proxy.ts'
import {failureFrom, served, stopAll, stopLater} from './served.ts'

describe('a download', () => {
  let certificates: CertificateMaker
  before(() => {
    certificates = makeCertificates()
  })
  after(() => certificates.remove())
  afterEach(stopAll)

  const text = async (
    url: string,
    settings: Partial<CloudConfig> = {},
    env: Record<string, string> = {},
  ): Promise<string> => {
    const config: CloudConfig = {
      name: undefined,
      region: undefined,
      authType: 'password',
      auth: {},
      interface: 'public',
      verify: true,
      cacert: undefined,
      cert: undefined,
      key: undefined,
      settings: {},
      sources: {},
      warnings: [],
      ...settings,
    }
    const trace = createTrace({debug: false, verbosity: 0, timing: false, stderr: {write: async () => {}}})
    const signal = new AbortController().signal
    const download = createDownload(config, {env, userAgent: 'osc', signal, trace, cacheDir: '', useCache: false})
    return (await Array.fromAsync(await download(url))).join('')
  }
  const secure = async (routes: Parameters<typeof served>[0]) => {
    const {cert, key} = certificates.issued('server')
    return await served(routes, {tls: {cert, key}})
  }

  it('goes through the proxy', async () => {
    const server = await served({'/t.yaml': {body: 'template'}})
    const proxy = stopLater(await startFixtureProxy())
    assert.equal(await text(`${server.url}/t.yaml`, {}, {http_proxy: proxy.url}), 'template')
    assert.deepEqual(proxy.requested, [`GET ${server.url}/t.yaml`])
  })

  const trusted: [string, () => [Partial<CloudConfig>, Record<string, string>?]][] = [
    ['cacert', () => [{cacert: certificates.authority.certFile}]],
    ['verify: false', () => [{verify: false}]],
    ['REQUESTS_CA_BUNDLE', () => [{}, {REQUESTS_CA_BUNDLE: certificates.authority.certFile}]],
  ]
  for (const [setting, options] of trusted) {
    it(`follows ${setting}`, async () => {
      const server = await secure({'/t.yaml': {body: 'template'}})
      assert.equal(await text(`${server.url}/t.yaml`, ...options()), 'template')
    })
  }

  it('explains an unknown authority', async () => {
    const server = await secure({'/t.yaml': {body: 'template'}})
    const error = await failureFrom(text(`${server.url}/t.yaml`))
    assert.ok(error instanceof ConnectionError)
    assert.match(error.message, /certificate is not signed by a known authority/)
    assert.match(error.hint ?? '', /--os-cacert/)
  })

  it('explains a host that does not listen, without naming auth_url', async () => {
    const server = await served({})
    await server.stop()
    const error = await failureFrom(text(`${server.url}/t.yaml`))
    assert.ok(error instanceof ConnectionError)
    assert.equal(error.message, `GET ${server.url}/t.yaml failed: connection refused.`)
    assert.doesNotMatch(error.hint ?? '', /auth_url/)
  })

  it('reports the HTTP status', async () => {
    const server = await served({'/t.yaml': {status: 404, body: 'not here'}})
    const error = await failureFrom(text(`${server.url}/t.yaml?sig=s3cret`))
    assert.ok(error instanceof HttpError)
    assert.equal(error.message, `GET ${server.url}/t.yaml failed: HTTP 404 Not Found.`)
    assert.equal(error.exitCode, 4)
  })

  it('follows redirects, but not from https to http', async () => {
    const plain = await served({'/t.yaml': {body: 'template'}, '/old': {status: 302, headers: {location: '/t.yaml'}}})
    assert.equal(await text(`${plain.url}/old`), 'template')
    const server = await secure({'/t.yaml': {status: 302, headers: {location: `${plain.url}/t.yaml`}}})
    const error = await failureFrom(text(`${server.url}/t.yaml`, {verify: false}))
    assert.match(String(error), /redirects to an unencrypted http URL/)
    assert.equal(plain.requests.length, 2)
  })

  it('sends user and password of the URL as a header, and no token', async () => {
    const server = await served({'/t.yaml': {body: 'template'}})
    assert.equal(await text(server.url.replace('//', '//me:p%40s%zz@').concat('/t.yaml')), 'template')
    const {headers} = server.requests[0] ?? {}
    assert.equal(headers?.authorization, `Basic ${Buffer.from('me:p%40s%zz').toString('base64')}`)
    assert.equal(headers?.['x-auth-token'], undefined)
  })

  for (const url of ['ftp://host/t.yaml', 'http://', 'file:///etc/passwd']) {
    it(`refuses ${url}`, async () => assert.ok((await failureFrom(text(url))) instanceof UsageError))
  }
})
