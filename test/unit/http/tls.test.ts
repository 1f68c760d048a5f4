import assert from 'node:assert/strict'
import {createPrivateKey} from 'node:crypto'
import {mkdirSync, writeFileSync} from 'node:fs'
import type {ServerOptions} from 'node:https'
import {join} from 'node:path'
import type {TransportOptions} from '#cloud/transport-types'
import {ConfigError, ConnectionError} from '#errors'
import {type Certificate, type CertificateMaker, makeCertificates} from '../../support/certificates.ts'
import {type FixtureServer, startFixtureServer} from '../../support/fixture-server.ts'
import {failureFrom, get, served, stopAll} from './served.ts'

describe('TLS', () => {
  let certificates: CertificateMaker
  let good: Certificate
  let client: Certificate
  let ca: string
  let server: FixtureServer

  const secure = (certificate: Certificate, more: ServerOptions = {}) =>
    served({'/': {body: 'hello'}}, {tls: {cert: certificate.cert, key: certificate.key, ...more}})

  const refusal = async (url: string, options: Partial<TransportOptions> = {}): Promise<ConnectionError> => {
    const error = await failureFrom(get(url, options))
    assert.ok(error instanceof ConnectionError, String(error))
    return error
  }

  before(async () => {
    certificates = makeCertificates()
    good = certificates.issued('server')
    client = certificates.issued('client')
    ca = certificates.authority.certFile
    server = await startFixtureServer({'/': {body: 'hello'}}, {tls: {cert: good.cert, key: good.key}})
  })
  after(async () => {
    await server.stop()
    certificates.remove()
  })
  afterEach(stopAll)

  const folder = () => {
    const path = join(certificates.folder, 'authorities')
    mkdirSync(path, {recursive: true})
    writeFileSync(join(path, 'one.pem'), certificates.authority.cert)
    writeFileSync(join(path, 'README'), 'no certificate')
    return path
  }
  const trusted: [string, () => Partial<TransportOptions>][] = [
    ['with the authority’s file', () => ({cacert: ca})],
    ['with a folder of authorities', () => ({cacert: folder()})],
    ['with REQUESTS_CA_BUNDLE', () => ({env: {REQUESTS_CA_BUNDLE: ca}})],
    ['with CURL_CA_BUNDLE', () => ({env: {CURL_CA_BUNDLE: ca}})],
    ['with cacert before REQUESTS_CA_BUNDLE', () => ({cacert: ca, env: {REQUESTS_CA_BUNDLE: '/no/such'}})],
    ['without a check', () => ({verify: false})],
    ['without a check, though the CA file is missing', () => ({verify: false, cacert: '/no/such'})],
  ]
  for (const [how, options] of trusted) {
    it(`works ${how}`, async () => assert.equal(await (await get(server.url, options())).text(), 'hello'))
  }

  it('reports an unknown authority', async () => {
    const error = await refusal(server.url)
    assert.equal(error.code, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE')
    assert.match(
      error.message,
      /^GET https:\/\/localhost:\d+\/ failed: its certificate is not signed by a known authority\.$/,
    )
    assert.match(error.hint ?? '', /--os-cacert FILE.*--insecure/)
  })

  it('reports a self-signed certificate', async () => {
    const error = await refusal((await secure(certificates.selfSigned('self'))).url)
    assert.equal(error.code, 'DEPTH_ZERO_SELF_SIGNED_CERT')
    assert.match(error.hint ?? '', /--os-cacert/)
  })

  it('names the bundle that does not have the authority', async () => {
    const other = certificates.selfSigned('other').certFile
    const error = await refusal(server.url, {cacert: other})
    assert.ok(error.message.includes(`not signed by an authority in ${other}`))
  })

  it('reports an expired certificate', async () => {
    const error = await refusal((await secure(certificates.issued('old', {days: -1}))).url, {cacert: ca})
    assert.equal(error.code, 'CERT_HAS_EXPIRED')
    assert.match(error.message, /has expired/)
  })

  it('reports a certificate for another host', async () => {
    const error = await refusal((await secure(certificates.issued('wrong', {altName: 'DNS:keystone.example'}))).url, {
      cacert: ca,
    })
    assert.equal(error.code, 'ERR_TLS_CERT_ALTNAME_INVALID')
    assert.match(error.message, /not for localhost but for DNS:keystone\.example/)
  })

  it('reports https to a plain port', async () => {
    const plain = await served({'/': {}})
    const error = await refusal(plain.url.replace('http:', 'https:'))
    assert.match(error.message, /does not use TLS/)
    assert.match(error.hint ?? '', /use http:\/\/ in the URL/)
  })

  it('reports http to a TLS port', async () => {
    const error = await refusal(server.url.replace('https:', 'http:'))
    assert.match(`${error.message} ${error.hint}`, /TLS|closed before/)
  })

  it('shows a client certificate, the key beside it or in the same file', async () => {
    const strict = await secure(good, {ca: certificates.authority.cert, requestCert: true, rejectUnauthorized: true})
    const both = join(certificates.folder, 'both.pem')
    writeFileSync(both, client.cert + client.key)
    for (const shown of [{cert: client.certFile, key: client.keyFile}, {cert: both}]) {
      assert.equal(await (await get(strict.url, {cacert: ca, ...shown})).text(), 'hello')
    }
    const error = await refusal(strict.url, {cacert: ca})
    assert.match(error.message, /client certificate/)
    assert.match(error.hint ?? '', /--os-cert/)
  })

  const encrypted = () => {
    const file = join(certificates.folder, 'encrypted.key')
    const key = createPrivateKey(client.key).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'x',
    })
    writeFileSync(file, key)
    return file
  }
  const damaged = () => {
    const file = join(certificates.folder, 'damaged.key')
    writeFileSync(file, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n')
    return file
  }
  const unusable: [string, () => Partial<TransportOptions>, RegExp][] = [
    [
      'a missing CA bundle',
      () => ({cacert: '/no/such.pem'}),
      /CA bundle \/no\/such\.pem cannot be read: no such file or directory/,
    ],
    ['a missing REQUESTS_CA_BUNDLE', () => ({env: {REQUESTS_CA_BUNDLE: '/no/such'}}), /REQUESTS_CA_BUNDLE \/no\/such/],
    ['a CA bundle that is none', () => ({cacert: client.keyFile}), /is not in PEM format, or contains something else/],
    ['a missing client certificate', () => ({cert: '/no/such.pem'}), /client certificate \/no\/such\.pem/],
    ['a client certificate without a key', () => ({cert: client.certFile}), /client\.pem has no key: key is not set/],
    [
      'a client key of another certificate',
      () => ({cert: client.certFile, key: good.keyFile, sources: {key: 'clouds.yaml:9'}}),
      /client key .* \(from clouds\.yaml:9\) does not belong to the client certificate .*client\.pem/,
    ],
    [
      'an encrypted client key',
      () => ({cert: client.certFile, key: encrypted(), sources: {key: 'OS_KEY'}}),
      /client key .*encrypted\.key \(from OS_KEY\) is encrypted/,
    ],
    ['a damaged client key', () => ({cert: client.certFile, key: damaged()}), /or its key .*damaged\.key is damaged/],
  ]
  for (const [what, options, message] of unusable) {
    it(`refuses ${what}`, async () => {
      const error = await failureFrom(get(server.url, options()))
      assert.ok(error instanceof ConfigError, String(error))
      assert.match(error.message, message)
    })
  }
})
