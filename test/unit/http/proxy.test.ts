import assert from 'node:assert/strict'
import {createServer} from 'node:net'
import {proxyFor} from '#cloud/http/proxy'
import {ConfigError, ConnectionError} from '#errors'
import {type CertificateMaker, makeCertificates} from '../../support/certificates.ts'
import {startFixtureProxy} from '../../support/fixture-proxy.ts'
import {failureFrom, get, send, served, stopAll, stopLater, transport} from './served.ts'

describe('proxyFor', () => {
  const P = 'http://proxy:3128'
  const cases: [string, Record<string, string>, string | undefined][] = [
    ['http://cloud/', {}, undefined],
    ['http://cloud/', {http_proxy: P}, 'proxy:3128'],
    ['http://cloud/', {HTTP_PROXY: P}, 'proxy:3128'],
    ['http://cloud/', {HTTP_PROXY: 'http://upper', http_proxy: P}, 'proxy:3128'],
    ['http://cloud/', {HTTP_PROXY: P, http_proxy: ''}, undefined],
    ['http://cloud/', {HTTP_PROXY: P, REQUEST_METHOD: 'GET'}, undefined],
    ['http://cloud/', {https_proxy: P}, undefined],
    ['https://cloud/', {HTTPS_PROXY: P}, 'proxy:3128'],
    ['https://cloud/', {ALL_PROXY: P}, 'proxy:3128'],
    ['https://cloud/', {all_proxy: P, https_proxy: 'http://other:1'}, 'other:1'],
    ['http://cloud/', {http_proxy: 'proxy:3128'}, 'proxy:3128'],
    ['http://cloud/', {http_proxy: P, no_proxy: '*'}, undefined],
    ['http://cloud/', {http_proxy: P, NO_PROXY: 'cloud'}, undefined],
    ['http://cloud/', {http_proxy: P, NO_PROXY: 'other, cloud'}, undefined],
    ['http://a.cloud/', {http_proxy: P, NO_PROXY: 'cloud'}, undefined],
    ['http://a.cloud/', {http_proxy: P, NO_PROXY: '.cloud'}, undefined],
    ['http://a.cloud/', {http_proxy: P, NO_PROXY: '*.cloud'}, undefined],
    ['http://A.Cloud/', {http_proxy: P, NO_PROXY: 'CLOUD'}, undefined],
    ['http://acloud/', {http_proxy: P, NO_PROXY: 'cloud'}, 'proxy:3128'],
    ['http://cloud:5000/', {http_proxy: P, NO_PROXY: 'cloud:5000'}, undefined],
    ['http://cloud:5001/', {http_proxy: P, NO_PROXY: 'cloud:5000'}, 'proxy:3128'],
    ['http://cloud/', {http_proxy: P, NO_PROXY: 'cloud:80'}, undefined],
    ['http://10.1.2.3/', {http_proxy: P, NO_PROXY: '10.0.0.0/8'}, undefined],
    ['http://11.1.2.3/', {http_proxy: P, NO_PROXY: '10.0.0.0/8'}, 'proxy:3128'],
    ['http://10.1.2.3/', {http_proxy: P, NO_PROXY: '10.0.0.0/99'}, 'proxy:3128'],
    ['http://[fd00::5]/', {http_proxy: P, NO_PROXY: 'fd00::/8'}, undefined],
    ['http://[::1]:5000/', {http_proxy: P, NO_PROXY: '::1'}, undefined],
    ['http://[::1]:5000/', {http_proxy: P, NO_PROXY: '[::1]:5000'}, undefined],
    ['http://cloud/', {http_proxy: P, NO_PROXY: ' , '}, 'proxy:3128'],
  ]
  for (const [url, env, host] of cases) {
    it(`${url} with ${JSON.stringify(env)} goes to ${host ?? 'the host itself'}`, () => {
      assert.equal(proxyFor(new URL(url), env)?.host, host)
    })
  }

  for (const value of ['socks5://proxy:1080', 'http://']) {
    it(`does not take ${value}`, () => {
      assert.throws(() => proxyFor(new URL('http://cloud/'), {HTTP_PROXY: value}), {
        name: ConfigError.name,
        message: /HTTP_PROXY/,
      })
    })
  }
})

describe('a proxy', () => {
  let certificates: CertificateMaker
  before(() => {
    certificates = makeCertificates()
  })
  after(() => certificates.remove())
  afterEach(stopAll)

  const secureServer = async () => {
    const {cert, key} = certificates.issued('server')
    return await served({'/v3': {body: 'hello'}}, {tls: {cert, key}})
  }

  it('forwards plain requests', async () => {
    const server = await served({'/v3': {body: 'hello'}})
    const proxy = stopLater(await startFixtureProxy())
    const answer = await get(`${server.url}/v3?a=b`, {env: {http_proxy: proxy.url}})
    assert.equal(await answer.text(), 'hello')
    assert.deepEqual(proxy.requested, [`GET ${server.url}/v3?a=b`])
    assert.equal(server.requests[0]?.headers.host, `127.0.0.1:${server.port}`)
  })

  it('tunnels TLS, one tunnel for several requests', async () => {
    const server = await secureServer()
    const authorization = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    const proxy = stopLater(await startFixtureProxy({authorization}))
    const url = proxy.url.replace('//', '//me:p%40ss@')
    const {send} = transport({env: {HTTPS_PROXY: url}, cacert: certificates.authority.certFile})
    for (let i = 0; i < 2; i += 1) {
      assert.equal(await (await send({method: 'GET', url: `${server.url}/v3`})).text(), 'hello')
    }
    assert.deepEqual(proxy.requested, [`CONNECT localhost:${server.port}`])
    assert.equal(server.requests[0]?.headers['proxy-authorization'], undefined)
  })

  it('checks the certificate inside the tunnel', async () => {
    const server = await secureServer()
    const proxy = stopLater(await startFixtureProxy())
    const error = await failureFrom(get(`${server.url}/v3`, {env: {https_proxy: proxy.url}}))
    assert.ok(error instanceof ConnectionError)
    assert.match(error.message, /not signed by a known authority/)
    assert.equal(server.requests.length, 0)
  })

  it('that wants a password is reported', async () => {
    const proxy = stopLater(await startFixtureProxy({authorization: 'Basic eA=='}))
    const error = await failureFrom(
      get('https://localhost:1/v3', {env: {https_proxy: proxy.url.replace('//', '//me:s3cret@')}}),
    )
    assert.ok(error instanceof ConnectionError)
    assert.match(error.message, /proxy http:\/\/127\.0\.0\.1:\d+ refuses .*407/)
    assert.match(error.hint ?? '', /USER:PASSWORD/)
    assert.doesNotMatch(`${error.message} ${error.hint}`, /s3cret/)
  })

  it('that is not there is named', async () => {
    const proxy = await startFixtureProxy()
    await proxy.stop()
    const urls = ['http://localhost:1/', 'https://localhost:1/']
    for (const error of await Promise.all(urls.map((url) => failureFrom(get(url, {env: {all_proxy: proxy.url}}))))) {
      assert.ok(error instanceof ConnectionError)
      assert.match(error.message, new RegExp(`through the proxy ${proxy.url} failed: connection refused`))
      assert.match(error.hint ?? '', /HTTPS_PROXY/)
    }
  })

  it('that says nothing is given up in time, and by an abort at once', async () => {
    const mute = createServer(() => {})
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    const address = mute.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const env = {https_proxy: `http://127.0.0.1:${port}`}
    const error = await failureFrom(get('https://localhost:1/', {env, timeout: 0.1}))
    assert.ok(error instanceof ConnectionError)
    assert.equal(error.exitCode, 6)
    const signal = AbortSignal.timeout(50)
    assert.equal(await failureFrom(send({method: 'GET', url: 'https://localhost:1/'}, {env, signal})), signal.reason)
    await stopAll()
    mute.close()
  })
})
