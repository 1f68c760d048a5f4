import assert from 'node:assert/strict'
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {shellQuote} from '#advice/suggest/quote'
import {coreRoot} from '#main'
import {loadIndex} from '#plugins/index-cache'
import type {PluginIndex} from '#plugins/types'
import {maskedLine} from '#shell/masked-line'
import {startTestCloud, type TestCloud} from '#testing/index'
import {type FixtureServer, type Received, type Reply, startFixtureServer} from '../../../support/fixture-server.ts'

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
  ['secret', 'store', '-p', 'S', '-n', 'x'],
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
  ['volume', 'transfer', 'request', 'accept', 'x', 'S'],
  ['server', 'set', '--root-password', 'S', 'x'],
  ['user', 'create', '--password', 'my', 'S', 'x'],
  ['vpn', 'ipsec', 'site', 'connection', 'set', '--psk', 'S', 'x'],
  ['overcloud', 'node', 'discover', '--ip', '1.2.3.4', '--credentials', 'admin', 'S'],
  ['container', 'create', '--property', 'temp_url_key=S', '--nope', 'x'],
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
  ['stack', 'create', '-t', 'hidden.yaml', '--parameter', 'pin=S', 'web1'],
  ['stack', 'create', '-t', 'hidden.yaml', '-e', 'environment.yaml', 'web2'],
  ['stack', 'create', '-t', 'hidden.yaml', '-e', 'environment.yaml', '--nope', 'web3'],
  ['stack', 'create', '-t', 'hidden.yaml', '-e', 'malformed.yaml', 'web4'],
  ['stack', 'create', '-t', 'malformed.yaml', 'web5'],
  ['stack', 'create', '-t', 'hidden.yaml', '--parameter-file', 'pin=secret.txt', 'web6'],
  ['stack', 'create', '-t', 'default.yaml', 'web7'],
  ['stack', 'update', '-t', 'hidden.yaml', '-e', 'environment.yaml', 'web2'],
  ['stack', 'show', 'web2'],
  ['software', 'config', 'create', '--config-file', 'secret.txt', '--nope', 'x'],
  ['workflow', 'execution', 'create', 'x', 'input.json'],
  ['workflow', 'create', 'workflow.yaml'],
  ['workflow', 'create', 'malformed.yaml'],
  ['workflow', 'lint', 'malformed.yaml'],
  ['messaging', 'message', 'post', 'x', '--file', 'malformed.yaml'],
  ['translate', 'template', '--template-type', 'tosca', '--template-file', 'malformed.yaml'],
  ['mapping', 'create', '--rules', 'malformed.yaml', 'x'],
  ['mapping', 'create', '--rules', '[{"password": "S', 'x'],
  ['image', 'metadef', 'property', 'create', '--schema', '{"password": "S', '--name', 'x', 'y'],
  ['alarm', 'create', '--type', 'composite', '--composite-rule', '{"token": "S', 'x'],
  ['volume', 'create', '--property', 'auth_key=S', '--nope', 'x'],
  ['server', 'create', '--user-data', 'secret.txt', '--nope', 'x'],
  ['server', 'create', '--block-device', 'malformed.yaml', '--flavor', 'm1.tiny', 'x'],
  ['overcloud', 'generate', 'fencing', 'malformed.yaml'],
]

/** What these lines print is what they are for; everything else is searched. */
const SHOWING: readonly string[][] = [
  ['stack', 'update', '--dry-run', '-t', 'hidden.yaml', '-e', 'environment.yaml', 'web2'],
  ['orchestration', 'template', 'validate', '-t', 'hidden.yaml', '-e', 'environment.yaml'],
  ['workflow', 'env', 'create', 'env.json'],
  ['workflow', 'env', 'show', 'marked'],
  ['workflow', 'definition', 'show', 'marked'],
]

/** Files that the lines read; S stands for the secret. */
const FILES: Readonly<Record<string, string>> = {
  'hidden.yaml': `heat_template_version: 2018-08-31
parameters: {pin: {type: string, hidden: true}}
resources: {one: {type: OS::Heat::TestResource, properties: {value: {get_param: pin}}}}
`,
  'default.yaml': `heat_template_version: 2018-08-31
parameters: {pin: {type: string, hidden: true, default: S}}
`,
  'environment.yaml': 'parameters: {pin: S}\n',
  'malformed.yaml': 'parameters:\n  token: S\n   password: S\n',
  'secret.txt': 'S',
  'input.json': '{"password": S}',
  'env.json': '{"name": "marked", "variables": {"password": S}}',
  'workflow.yaml': `version: '2.0'
marked:
  input: [{password: S}]
  tasks: {one: {action: std.noop}}
`,
}

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
    for (const [name, text] of Object.entries(FILES))
      writeFileSync(
        join(cloud.work, name),
        text.replace(/\bS$|\bS\b/g, name.endsWith('.txt') ? SECRET : JSON.stringify(SECRET)),
      )
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

  for (const words of [...LINES, ...SHOWING])
    it(words.join(' '), async function () {
      this.timeout(120_000)
      for (const more of [['-f', 'json'], ['--debug']]) {
        const argv = [...argvOf(words), ...more]
        const {stdout, stderr} = await cloud.osc(...argv)
        const searched = SHOWING.includes(words) ? stderr : `${stdout}${stderr}`
        assert.deepEqual(isIn(searched), [], searched)
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

  /** What Keystone answers to the login: it sends back all that it gets, wherever an answer has room for it. */
  const ANSWERS: Readonly<Record<string, (request: Received) => Reply>> = {
    'an error': ({headers, body}) => ({
      status: 400,
      body: {error: {code: 400, message: `bad: ${SECRET} ${JSON.stringify(headers)} ${body}`}},
    }),
    'an error page': () => ({status: 502, body: `<h1>bad: ${SECRET}</h1>`, headers: {'content-type': 'text/html'}}),
    'a challenge': () => ({
      status: 401,
      headers: {'www-authenticate': `Keystone uri="http://x/?echo=${encodeURIComponent(SECRET)}"`},
      body: {error: {code: 401, message: `bad: ${SECRET}`}},
    }),
    'a redirect': () => ({status: 307, headers: {location: `/v3/elsewhere?echo=${encodeURIComponent(SECRET)}`}}),
    'a redirect to another host': () => ({
      status: 307,
      headers: {location: `http://me:${encodeURIComponent(SECRET)}@localhost:1/?echo=${encodeURIComponent(SECRET)}`},
    }),
    'a cookie': () => ({status: 400, headers: {'set-cookie': `a=${encodeURIComponent(SECRET)}`}, body: 'bad'}),
    'no JSON': () => ({status: 200, body: SECRET}),
  }
  const PLACES = ['clouds.yaml', 'secure.yaml']
  for (const place of PLACES)
    for (const [title, answer] of Object.entries(ANSWERS))
      it(`the password of ${place}, after ${title}`, async function () {
        this.timeout(120_000)
        const folder = join(cloud.work, 'marked')
        mkdirSync(folder, {recursive: true})
        const write = (name: string, content: unknown) =>
          writeFileSync(join(folder, name), JSON.stringify({clouds: {marked: {auth: content}}}), {mode: 0o600})
        const auth = {auth_url: `${echo.url}/v3`, username: 'ada', project_name: 'demo'}
        write('clouds.yaml', place === 'secure.yaml' ? auth : {...auth, password: SECRET})
        write('secure.yaml', place === 'clouds.yaml' ? {} : {password: SECRET})
        const env = {
          OS_CLIENT_CONFIG_FILE: join(folder, 'clouds.yaml'),
          OS_CLIENT_SECURE_FILE: join(folder, 'secure.yaml'),
          OS_CLOUD: 'marked',
        }
        echo.routes['/v3/auth/tokens'] = answer
        for (const more of [[], ['--debug'], ['-v'], ['-f', 'json']]) {
          const {status, stdout, stderr} = await cloud.run(['region', 'list', ...more], {env})
          assert.notEqual(status, 0)
          assert.deepEqual(isIn(`${stdout}${stderr}`), [], `${stdout}${stderr}`)
        }
        assert.deepEqual(isIn(kept()), [], kept())
      })
})

function textsBelow(folder: string): string {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path}\n${readFileSync(path, 'utf8')}`)
    .join('\n')
}
