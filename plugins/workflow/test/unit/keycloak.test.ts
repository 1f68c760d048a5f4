import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {after, before, describe, it} from 'mocha'
import {startKeycloak} from './keycloak-fixture.ts'
import {story} from './story.ts'

const files = {
  'hello.yaml': "version: '2.0'\nhello:\n  tasks: {say: {action: std.noop}}\n",
}

describe('Mistral with Keycloak', () => {
  const {ok, cloud} = story(files)
  let keycloak: Awaited<ReturnType<typeof startKeycloak>>
  let token = ''
  before(async () => {
    token = (await ok('token', 'issue', '-f', 'value', '-c', 'id')).trim()
    keycloak = await startKeycloak(async (request, response) => {
      const body = Buffer.concat(await Array.fromAsync(request))
      const type = request.headers['content-type']
      const answer = await fetch(`${cloud().sandbox.url}/workflow${request.url}`, {
        method: request.method ?? 'GET',
        headers: {'x-auth-token': token, ...(type && {'content-type': type})},
        ...(body.length > 0 && {body}),
      })
      response.writeHead(answer.status, {'content-type': answer.headers.get('content-type') ?? 'application/json'})
      response.end(await answer.text())
    })
  })
  after(() => keycloak.close())

  const run = (changes: Record<string, string | undefined>, ...argv: string[]) => {
    const auth = {...keycloak.auth, ...changes}
    const file = join(cloud().work, 'keycloak.json')
    writeFileSync(file, JSON.stringify({clouds: {plant: {auth_type: 'keycloak-oidc', auth}}}))
    return cloud().run(argv, {cloud: 'plant', env: {OS_CLIENT_CONFIG_FILE: file}})
  }

  it('creates and lists workflows with one token', async () => {
    assert.equal((await run({}, 'workflow', 'create', 'hello.yaml')).status, 0)
    const {status, stdout, stderr} = await run({}, 'workflow', 'list', '-f', 'value', '-c', 'Name')
    assert.deepEqual([status, stdout, stderr], [0, 'hello\n', ''])
    assert.equal(keycloak.state.issued.length, 1)
  })

  it('logs in again when Mistral no longer accepts the token', async () => {
    keycloak.state.accepted.clear()
    assert.equal((await run({}, 'workflow', 'show', 'hello')).status, 0)
    assert.equal(keycloak.state.issued.length, 2)
  })

  it('logs in again when the token has expired', async () => {
    keycloak.state.accepted.clear()
    keycloak.state.lifetime = 0.001
    for (const count of [3, 4]) {
      assert.equal((await run({}, 'workflow', 'list')).status, 0)
      assert.equal(keycloak.state.issued.length, count)
    }
    keycloak.state.lifetime = 300
  })

  it('hides tokens and passwords', async function () {
    this.timeout(60_000)
    keycloak.state.accepted.clear()
    for (const argv of [
      ['workflow', 'list', '--debug'],
      ['whoami', '--debug'],
      ['configuration', 'show'],
      ['doctor'],
    ]) {
      const {stdout, stderr} = await run({}, ...argv)
      for (const secret of [...keycloak.secrets, ...keycloak.state.issued]) {
        assert.ok(!`${stdout}${stderr}`.includes(secret), `${argv.join(' ')} shows ${secret}`)
        assert.ok(!`${stdout}${stderr}`.includes(new URLSearchParams({x: secret}).toString().slice(2)), argv.join(' '))
      }
    }
  })

  it('names the realm as the project', async () => {
    const {stdout} = await run({}, 'whoami', '-f', 'json')
    assert.match(stdout, /factory/)
    assert.match(stdout, /alice/)
  })

  const wrong: [changes: Record<string, string | undefined>, message: RegExp][] = [
    [{password: 'no'}, /invalid_grant: Invalid user credentials[\s\S]*Check the user name and the password/],
    [{client_id: 'other'}, /invalid_client[\s\S]*Check the client ID/],
    [{client_secret: undefined}, /unauthorized_client[\s\S]*Check the client ID/],
    [{project_name: 'nowhere'}, /Realm does not exist/],
    [
      {project_name: undefined},
      /does not have the settings that authentication type keycloak-oidc needs: project_name/,
    ],
    [{client_id: undefined}, /needs: client_id/],
    [{endpoint: undefined}, /needs: endpoint/],
  ]
  for (const [changes, message] of wrong)
    it(`refuses ${JSON.stringify(changes, (_, value) => value ?? null)}`, async () => {
      const {status, stderr} = await run(changes, 'workflow', 'list')
      assert.match(stderr, message)
      assert.equal(status, 3)
    })

  it('is described by help', async () => {
    const {stdout} = await run({}, 'help', 'auth')
    assert.match(stdout, /auth_type: keycloak-oidc/)
  })
})
