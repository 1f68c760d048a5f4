import assert from 'node:assert/strict'
import {chmodSync, globSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asObject, decodeJson} from '#json'
import {makePlace, removePlace} from '../../support/place.ts'
import {repository} from '../../support/program.ts'
import {run} from '../../support/run.ts'
import {oscOnCloud} from '../support/cloud.ts'
import {ok} from '../support/ok.ts'
import {hasOpenstack} from '../support/openstack.ts'
import {same} from '../support/same.ts'

/** The services whose API version a plugin of this repository declares. */
const ours = globSync('plugins/*/package.json', {cwd: repository})
  .map((file) => asObject(decodeJson(readFileSync(join(repository, file), 'utf8'))))
  .flatMap(({osc}) => Object.keys(asObject(asObject(osc).apiVersions)))

/** Both name themselves in this row; the rest must be the same to the byte. */
const itself = (text: string): string =>
  text.replaceAll('osc-lib', 'osc').replace(/(\bosc\b['"\n]*,?[\s-]+['"]?)\d+\.\d+\.\d+/, '$1VERSION')

describe('configuration show prints what openstack prints', () => {
  const place = makePlace()
  const pem = join(place.work, 'ca.pem')
  const clouds = join(place.work, 'clouds.yaml')

  before(function () {
    if (!hasOpenstack()) this.skip()
    writeFileSync(pem, '')
    writeFileSync(clouds, CLOUDS)
    chmodSync(clouds, 0o600)
  })
  after(() => removePlace(place))

  const show = ['configuration', 'show']
  const alike = {masks: [itself], plugins: ours}
  const all = {...alike, formats: 'show'} as const
  // Each format costs two processes; the other lines change rows, not how these are written.
  const one = {...alike, formats: ['json']}

  it('masked', () => same(show, all))
  it('unmasked', () => same([...show, '--unmask'], all))
  it('on a narrow terminal', () =>
    same([...show, '--fit-width'], {...alike, formats: ['table'], terminal: {width: 60}}))
  it('without indents', () => same([...show, '--noindent'], one))
  it('with a prefix', () => same([...show, '--prefix', 'x_'], {...alike, formats: ['shell']}))

  const lines: [string, string[]][] = [
    ['louder', ['-v']],
    ['louder still', ['-vv']],
    ['quiet', ['-q']],
    ['for beta commands', ['--os-beta-command']],
    ['in another region', ['--os-region-name', 'RegionTwo']],
    ['by internal endpoints', ['--os-interface', 'internal']],
    ['of a project by its ID', ['--os-project-id', 'abc']],
    ['of a domain', ['--os-domain-name', 'x']],
    ['with API versions', ['--os-compute-api-version', '2.79', '--os-orchestration-api-version', '1']],
    [
      'with other versions',
      ['--os-image-api-version', '2', '--os-volume-api-version', '3', '--os-network-api-version', '2.0'],
    ],
    ['with verification', ['--verify']],
    ['with an authority', ['--os-cacert', pem]],
    ['with a client certificate', ['--os-cert', pem, '--os-key', pem]],
    ['with another default domain', ['--os-default-domain', 'x']],
    ['with a profile', ['--os-profile', 'key', '--unmask']],
    ['with a log', ['--log-file', join(place.work, 'log')]],
    ['in debugging', ['--debug']],
    ['some columns', ['-c', 'timing', '-c', 'region_name', '-c', 'verbose_level']],
  ]
  for (const [what, options] of lines) it(what, () => same([...show, ...options], one))

  const withClouds = {env: {OS_CLIENT_CONFIG_FILE: clouds}}
  it('the cloud rich, in each format', () => same([...show, '--os-cloud', 'rich'], {...all, ...withClouds}))
  for (const cloud of ['plain', 'credential', 'regions', 'headless', 'profile']) {
    it(`the cloud ${cloud}`, () => same([...show, '--os-cloud', cloud, '--unmask'], {...one, ...withClouds}))
  }

  it('no cloud at all', () => same(show, {...one, env: {OS_CLOUD: undefined, OS_CLIENT_CONFIG_FILE: undefined}}))
})

describe('configuration show prints the values in use, where openstack prints those of the file', () => {
  const osc = oscOnCloud()
  const value = async (row: string, ...argv: string[]) =>
    await ok(osc('configuration', 'show', '-f', 'value', '-c', row, ...argv))

  const rows: [string, string[], string][] = [
    ['auth.project_name', ['--os-project-name', 'other'], 'other'],
    ['auth.system_scope', ['--os-system-scope', 'all'], 'all'],
    ['auth.password', ['--os-password', 'other'], '<redacted>'],
    ['auth.password', ['--os-password', 'other', '--unmask'], 'other'],
    ['profile', ['--os-profile', 'key'], '<redacted>'],
    ['verify', ['--insecure'], 'False'],
  ]
  for (const [row, argv, expected] of rows) {
    it(`${row} with ${argv.join(' ')}`, async () => assert.equal(await value(row, ...argv), expected))
  }

  it('and no secret from another source', async () => {
    const {status, stdout} = await run(['configuration', 'show', '-f', 'json'], {
      env: {
        OS_AUTH_URL: 'http://127.0.0.1:5000/v3',
        OS_AUTH_TYPE: 'v3applicationcredential',
        OS_APPLICATION_CREDENTIAL_ID: 'id',
        OS_APPLICATION_CREDENTIAL_SECRET: 'hidden',
      },
    })
    assert.deepEqual([status, stdout.includes('hidden')], [0, false])
  })
})

const CLOUDS = `clouds:
  plain:
    auth: {auth_url: 'http://127.0.0.1:5000', username: u, password: p, project_name: p}
    identity_api_version: 3
  rich:
    auth: {auth_url: 'http://127.0.0.1:5000', username: u, password: p, project_name: p}
    identity_api_version: 3
    region_name: Here
    compute_api_version: '2.53'
    compute_default_microversion: '2.53'
    volume_endpoint_override: http://127.0.0.1:8776
    image_format: raw
    interface: internal
    api_timeout: 30
    verify: false
    networks:
      - {name: ext, routes_externally: true, default_interface: true}
      - {name: int, nat_source: 'True', routes_ipv6_externally: true}
    key-with-dashes: {deeper-one: 1}
  credential:
    auth_type: v3applicationcredential
    auth: {auth_url: 'http://127.0.0.1:5000', application_credential_id: i, application_credential_secret: s}
  regions:
    auth: {auth_url: 'http://127.0.0.1:5000', username: u, password: p}
    identity_api_version: 3
    regions:
      - {name: One, values: {image_format: raw}}
      - Two
  headless:
    auth_type: token
    auth: {auth_url: 'http://127.0.0.1:5000', token: t}
  profile:
    profile: ovh
    identity_api_version: 3
    auth: {username: u, password: p, project_name: p}
`
