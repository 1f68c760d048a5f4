import assert from 'node:assert/strict'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type CertificateMaker, makeCertificates} from '@osc-cli/core/test/support/certificates'
import {type FixtureProxy, startFixtureProxy} from '@osc-cli/core/test/support/fixture-proxy'
import {type FixtureServer, startFixtureServer} from '@osc-cli/core/test/support/fixture-server'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'

const TEMPLATE = `heat_template_version: 2021-04-16
resources:
  a: {type: OS::Heat::Value, properties: {value: {get_file: f.txt}}}
  b: {type: sub/inner.yaml}
`
const INNER = 'heat_template_version: 2021-04-16\nresources: {}\n'
const FILES: Readonly<Record<string, string>> = {
  '/t.yaml': TEMPLATE,
  '/env.yaml': 'parameters: {}\n',
  '/f.txt': 'text',
  '/sub/inner.yaml': INNER,
  '/local.yaml': TEMPLATE.replace('f.txt', 'file:///etc/hostname'),
  '/local-type.yaml': TEMPLATE.replace('sub/inner.yaml', 'FILE:///etc/inner.yaml'),
  '/local-env.yaml': 'resource_registry: {base_url: "file:///etc/", My::Type: hostname}\n',
  '/lost.yaml': TEMPLATE.replace('f.txt', 'none.txt'),
}
const routes = Object.fromEntries(Object.entries(FILES).map(([path, body]) => [path, {body}]))

describe('documents from the network', () => {
  let cloud: TestCloud
  let server: FixtureServer
  let proxy: FixtureProxy
  let certificates: CertificateMaker
  let secure: FixtureServer

  before(async () => {
    certificates = makeCertificates()
    const {cert, key} = certificates.issued('server')
    cloud = await startTestCloud()
    ;[server, proxy, secure] = await Promise.all([
      startFixtureServer(routes),
      startFixtureProxy(),
      startFixtureServer(routes, {tls: {cert, key}}),
    ])
    mkdirSync(join(cloud.work, 'sub'))
    for (const [name, text] of Object.entries({
      ...FILES,
      '/calls.yaml': `${TEMPLATE}  c: {type: '${server.url}/local.yaml'}\n`,
    }))
      writeFileSync(join(cloud.work, name), text)
  })
  after(async () => {
    await Promise.all([cloud.close(), server.stop(), proxy.stop(), secure.stop()])
    certificates.remove()
  })

  const validate = (words: readonly string[], env: Record<string, string> = {}) =>
    cloud.run(['orchestration', 'template', 'validate', ...words], {env})

  it('are read through the proxy, with all that they name', async () => {
    const names = ['env.yaml', 'f.txt', 'sub/inner.yaml', 't.yaml']
    const line = ['-t', `${server.url}/t.yaml`, '-e', `${server.url}/env.yaml`]
    const {status, stderr} = await validate(line, {http_proxy: proxy.url})
    assert.equal(status, 0, stderr)
    const requested = proxy.requested.filter((request) => request.startsWith(`GET ${server.url}/`))
    assert.deepEqual(
      requested.sort(),
      names.map((name) => `GET ${server.url}/${name}`),
    )
  })

  it('are read directly with no_proxy', async () => {
    const before = proxy.requested.length
    const env = {http_proxy: proxy.url, no_proxy: '127.0.0.1,localhost'}
    const {status, stderr} = await validate(['-t', `${server.url}/t.yaml`], env)
    assert.equal(status, 0, stderr)
    assert.equal(proxy.requested.length, before)
  })

  const trusted: [what: string, line: () => string[], env: () => Record<string, string>][] = [
    ['--os-cacert', () => ['--os-cacert', certificates.authority.certFile], () => ({})],
    ['--insecure', () => ['--insecure'], () => ({})],
    ['REQUESTS_CA_BUNDLE', () => [], () => ({REQUESTS_CA_BUNDLE: certificates.authority.certFile})],
  ]
  for (const [what, line, env] of trusted) {
    it(`are read over TLS with ${what}`, async () => {
      const {status, stderr} = await validate([...line(), '-t', `${secure.url}/t.yaml`], env())
      assert.equal(status, 0, stderr)
    })
  }

  const failures: [what: string, line: (url: string) => string[], message: RegExp][] = [
    ['an unknown authority', () => ['-t', `${secure.url}/t.yaml`], /certificate/],
    [
      'a closed port',
      () => ['-t', 'http://127.0.0.1:1/t.yaml'],
      /GET http:\/\/127\.0\.0\.1:1\/t\.yaml failed: .*refused/,
    ],
    ['a missing template', (url) => ['-t', `${url}/none.yaml`], /none\.yaml failed: HTTP 404 Not Found/],
    [
      'a missing file',
      (url) => ['-t', `${url}/lost.yaml`],
      /lost\.yaml: resources\.a\.properties\.value\.get_file: .*none\.txt failed: HTTP 404/,
    ],
    [
      'a local file in a remote template',
      (url) => ['-t', `${url}/local.yaml`],
      /local\.yaml: resources\.a\.properties\.value\.get_file: a document from the network cannot name the local file file:\/\/\/etc\/hostname/,
    ],
    [
      'a local template in a remote template',
      (url) => ['-t', `${url}/local-type.yaml`],
      /local-type\.yaml: resources\.b\.type: a document from the network cannot name the local file/,
    ],
    [
      'a local file in a remote environment',
      (url) => ['-t', 't.yaml', '-e', `${url}/local-env.yaml`],
      /local-env\.yaml: resource_registry\.My::Type: a document from the network cannot name the local file/,
    ],
    [
      'a local file in a remote template of a local one',
      () => ['-t', 'calls.yaml'],
      /local\.yaml: resources\.a\.properties\.value\.get_file: a document from the network cannot name/,
    ],
  ]
  for (const [what, line, message] of failures) {
    it(`are refused: ${what}`, async () => {
      const {status, stderr} = await validate(line(server.url))
      assert.equal(status, 1, stderr)
      assert.match(stderr, message)
    })
  }

  it('keeps hidden parameters out of --debug', async () => {
    const template = `heat_template_version: 2021-04-16
parameters:
  pin: {type: string, hidden: true, default: default-pin}
  port: {type: string}
resources: {}
`
    writeFileSync(join(cloud.work, 'hidden.yaml'), template)
    const {status, stderr} = await validate(['--debug', '-t', 'hidden.yaml', '--parameter', 'pin=4711-pin;port=8080'])
    assert.equal(status, 0, stderr)
    assert.match(stderr, /"port":\s*"8080"/)
    assert.doesNotMatch(stderr, /4711-pin|default-pin/)
  })
})
