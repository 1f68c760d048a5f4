import assert from 'node:assert/strict'
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {shellQuote} from '#advice/suggest/quote'
import {coreRoot} from '#main'
import {loadIndex} from '#plugins/index-cache'
import type {PluginIndex} from '#plugins/types'
import {maskedLine} from '#shell/masked-line'
import {startTestCloud, type TestCloud} from '#testing/index'
import {type FixtureServer, type Received, startFixtureServer} from '../../../support/fixture-server.ts'

// Characters that JSON, URLs and base64 write in other ways.
const SECRET = 'Mark"7/ü+~seven'

/** The secret in each form that it takes on its way. */
const FORMS: readonly (readonly [string, string])[] = [
  ['plain', SECRET],
  ['JSON', JSON.stringify(SECRET).slice(1, -1)],
  ['JSON twice', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
  ['JSON in ASCII', JSON.stringify(SECRET).slice(1, -1).replace('ü', '\\u00fc')],
  ['URL', encodeURIComponent(SECRET)],
  ['base64', Buffer.from(SECRET).toString('base64').replaceAll('=', '')],
  ['hex', Buffer.from(SECRET).toString('hex')],
]

const isIn = (text: string): string[] => FORMS.flatMap(([name, form]) => (text.includes(form) ? [name] : []))

// Right, misspelt, malformed; the secret in every position. S stands for it, T for a string of JSON that holds it.
const LINES: readonly string[][] = [
  ['--os-password', 'S', 'user', 'list'],
  ['--os-password=S', 'user', 'list', '--nope'],
  ['--os-pasword', 'S', 'user', 'list'],
  ['--os-pass', 'S', 'user', 'list'],
  ['--os-token', 'S', '--os-auth-type', 'token', 'user', 'list'],
  ['--os-profile', 'S', 'user', 'lst'],
  ['--os-application-credential-secret', 'S', 'whoami', 'x'],
  ['--os-auth-url', 'http://me:S@127.0.0.1:1/v3', 'user', 'list'],
  ['user', 'create', '--password', 'S', 'x', 'y'],
  ['user', 'create', '--pasword', 'S', 'x'],
  ['user', 'create', '--passwd=S'],
  ['user', 'creat', '--password', 'S', 'x'],
  ['create', 'user', 'x', '--password', 'S'],
  ['user', 'password', 'set', '--original-password', 'S', '--password', 'S', 'S'],
  ['application', 'credential', 'create', 'x', '--secrt', 'S'],
  ['application', 'credential', 'create', '--secret', 'S'],
  ['credential', 'create', '--type', 'totp', 'u1', 'S'],
  ['credential', 'create', '--type', 'totp', 'u1', 'S', '--nope'],
  ['credential', 'create', '--nope', 'u1', 'S'],
  ['credential', 'creat', 'u1', 'S'],
  ['credential', 'create', 'u1', 'S', 'S'],
  ['credential', 'set', '--data', 'S', 'x'],
  ['credential', 'set', '--dta', 'S', '--user', 'u1', '--type', 'totp', 'x'],
  ['access', 'token', 'create', '--verifier', 'S'],
  ['request', 'token', 'create', '--consumer-secret', 'S'],
  ['stack', 'create', '--parameter', 'pin=S', '-t', 'nowhere.yaml', 'x'],
  ['stack', 'create', '--parameter=pin=S', 'x'],
  ['stack', 'create', '--parameter', 'size=1;rootpw=S', '--nope', 'x'],
  ['stack', 'create', '--paramter', 'pin=S', 'x'],
  ['stack', 'create', '--parameter', 'S', '-t', 'nowhere.yaml', 'x'],
  ['stack', 'crate', '--parameter', 'pin=S', 'x'],
  ['heat', 'stack-create', '-P', 'pin=S', 'x'],
  ['api', '-H', 'X-Api-Key: S', 'GET'],
  ['api', '-H', 'X-Auth-Token:S', 'FETCH', '/users'],
  ['api', '-H', 'Authorization: Basic S', 'GET', '/users'],
  ['api', '-d', '{"pin":"S"}', 'POST'],
  ['api', '-d', 'S', 'POST', '/users'],
  ['api', 'GET', 'http://127.0.0.1:1/x?sig=S', '--service'],
  ['token', 'revoke', 'gAAAAS', 'x'],
  ['server', 'create', '--password', 'S', 'web'],
  ['server', 'rebuild', '--pasword', 'S', 'web'],
  ['server', 'set', '--password=S', 'web'],
  ['server', 'create', '--property', 'db_password=S', '--nope', 'web'],
  ['console', 'connection', 'show', 'S'],
  ['console', 'connection', 'show', 'S', 'x'],
  ['vpn', 'ipsec', 'site', 'connection', 'create', '--psk', 'S', 'x'],
  ['vpn', 'ipsec', 'site', 'connection', 'create', '--pks', 'S', 'x'],
  ['image', 'create', '--property', 'admin_pass=S', '--nope', 'x'],
  ['volume', 'transfer', 'request', 'accept', '--auth-key', 'S', 'x', 'y'],
  ['volume', 'transfer', 'request', 'accept', '--auth-ky', 'S', 'x'],
  ['container', 'set', '--property', 'Temp-Url-Key=S', 'x', 'y'],
  ['object', 'store', 'account', 'set', '--property', 'Temp-Url-Key=S', '--nope'],
  ['messaging', 'pool', 'create', 'x', 'redis://me:S@127.0.0.1:1', '1', '--nope'],
  ['messaging', 'message', 'post', 'x', '[{"body":{"password":"S"}}]', '--nope'],
  ['workflow', 'execution', 'create', 'x', '{"password":"S"}', '--nope'],
  ['workflow', 'execution', 'create', 'x', '{"password":"S"}'],
  ['workflow', 'execution', 'create', 'x', '{"password":"T"}', '--nope'],
  ['messaging', 'message', 'post', 'x', '[{"body":{"password":"T"}}]'],
  ['action', 'execution', 'run', 'std.echo', '{"auth_token":"S"}', '--nope'],
  ['healing', 'enable', 'x', '--input', 'password=S', '--nope'],
  ['alarm', 'create', '--alarm-action', 'http://me:S@127.0.0.1/x', '--nope'],
  ['stack', 'resource', 'signal', '--data', '{"pin":"S"}', 'x', 'y', 'z'],
]

/** Variables, of which one is the secret. */
const VARIABLES = [
  'OS_PASSWORD',
  'OS_TOKEN',
  'OS_PASSCODE',
  'OS_APPLICATION_CREDENTIAL_SECRET',
  'OS_CLIENT_SECRET',
  'OS_PROFILE',
]

describe('a secret is nowhere but where it belongs', () => {
  let cloud: TestCloud
  let index: PluginIndex
  /** Keystone by its looks; sends back all that it gets. */
  let echo: FixtureServer
  before(async function () {
    this.timeout(120_000)
    cloud = await startTestCloud()
    const root = coreRoot()
    index = await loadIndex({coreRoot: root, root, dataDir: at('data'), cacheDir: at('cache')})
    const version = (status: number) => (request: Received) => {
      const values = [
        {id: 'v3.14', status: 'stable', links: [{rel: 'self', href: `http://${request.headers.host}/v3`}]},
      ]
      return {status, body: {versions: {values}, version: values[0]}}
    }
    const answer = ({headers, path, body}: Received) => {
      const got = `${path} ${JSON.stringify(headers)} ${body.toString()}`
      return {status: 400, body: {error: {code: 400, message: `bad: ${SECRET} ${got}`}}}
    }
    echo = await startFixtureServer({
      '/': version(300),
      'GET /v3': version(200),
      '/v3/': version(200),
      '/v3/auth/tokens': answer,
    })
  })
  after(async () => {
    await echo.stop()
    await cloud.close()
  })

  const at = (folder: string): string => join(dirname(cloud.work), folder)
  const kept = (): string => ['data', 'cache', 'home'].map((folder) => textsBelow(at(folder))).join('\n')

  const argvOf = (words: readonly string[]) =>
    words.map((word) =>
      word
        .replace('"T"', JSON.stringify(SECRET))
        .replace(/\bS\b|S$/, /\w:\/\//.test(word) ? encodeURIComponent(SECRET) : SECRET),
    )

  for (const words of LINES)
    it(words.join(' '), async function () {
      this.timeout(120_000)
      for (const more of [['-f', 'json'], ['--debug']]) {
        const argv = [...argvOf(words), ...more]
        const {stdout, stderr} = await cloud.osc(...argv)
        assert.deepEqual([...isIn(stdout), ...isIn(stderr)], [], `${stdout}${stderr}`)
      }
      assert.deepEqual(isIn(kept()), [], kept())
      const argv = argvOf(words)
      const context = {globals: [], env: {}, config: undefined, masked: undefined, index}
      assert.deepEqual(isIn(maskedLine(argv.map(shellQuote).join(' '), argv, context)), [])
    })

  for (const variable of VARIABLES)
    it(`${variable}, of which the service sends back all that it gets`, async function () {
      this.timeout(120_000)
      const env = {
        OS_CLOUD: '',
        OS_CLIENT_CONFIG_FILE: '',
        OS_AUTH_URL: `${echo.url}/v3`,
        OS_USERNAME: 'ada',
        OS_PASSWORD: 'x',
        ...{OS_PROJECT_NAME: 'demo', OS_USER_DOMAIN_ID: 'default', OS_PROJECT_DOMAIN_ID: 'default'},
        [variable]: SECRET,
      }
      const log = at('work/log')
      for (const more of [[], ['--debug'], ['-v'], ['--log-file', log]]) {
        const {stdout, stderr} = await cloud.run(['region', 'list', ...more], {env})
        assert.match(stderr, /bad: \*\*\*/)
        assert.deepEqual([...isIn(stdout), ...isIn(stderr)], [], `${stdout}${stderr}`)
      }
      const {status, stdout, stderr} = await cloud.run(['configuration', 'show', '-f', 'json'], {env})
      assert.deepEqual([status, ...isIn(stdout), ...isIn(stderr)], [0], `${stdout}${stderr}`)
      assert.deepEqual([...isIn(kept()), ...isIn(readFileSync(log, 'utf8'))], [])
    })

  it('the password of clouds.yaml', async function () {
    this.timeout(120_000)
    const file = join(cloud.work, 'marked.yaml')
    const auth = {auth_url: `${echo.url}/v3`, username: 'ada', password: SECRET, project_name: 'demo'}
    writeFileSync(file, JSON.stringify({clouds: {marked: {auth}}}), {mode: 0o600})
    const env = {OS_CLIENT_CONFIG_FILE: file, OS_CLOUD: 'marked'}
    for (const more of [[], ['--debug'], ['-f', 'json']]) {
      const {stderr} = await cloud.run(['region', 'list', ...more], {env})
      assert.match(stderr, /bad: \*\*\*/)
      assert.deepEqual(isIn(stderr), [], stderr)
    }
    assert.deepEqual(isIn(kept()), [])
  })
})

function textsBelow(folder: string): string {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path}\n${readFileSync(path, 'utf8')}`)
    .join('\n')
}
