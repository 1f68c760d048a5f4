import assert from 'node:assert/strict'
import {execFile} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {clearCache, listCache} from '#cloud/cache/inventory'
import {asObject, asText} from '#json'
import {type Env, openSessions} from './auth-session.ts'
import {cloudEntry} from './support/cloud.ts'

describe('requests and kept tokens, against Keystone', () => {
  const {open, cacheDir} = openSessions()
  let env: Env
  before(async () => {
    const {auth} = await cloudEntry()
    env = Object.fromEntries(
      Object.entries(asObject(auth)).map(([name, value]) => [`OS_${name.toUpperCase()}`, asText(value)]),
    )
  })
  beforeEach(() => void clearCache(cacheDir()))

  const ask = async (service: string, path: string, over: Env = {}): Promise<string[]> => {
    const {session, requested} = await open({...env, ...over})
    await session.get(service, path)
    return requested
  }

  it('cold it is a log-in and the request', async () => {
    assert.deepEqual(await ask('identity', '/projects'), ['POST /v3/auth/tokens', 'GET /v3/projects'])
  })

  it('cold it is three requests where auth_url has no version', async () => {
    const over = {OS_AUTH_URL: env.OS_AUTH_URL?.replace(/\/v3$/, '')}
    assert.deepEqual(await ask('identity', '/projects', over), ['GET /', 'POST /v3/auth/tokens', 'GET /v3/projects'])
    assert.deepEqual(await ask('identity', '/projects', over), ['GET /v3/projects'])
  })

  it('warm it is exactly one request', async () => {
    await ask('identity', '/projects')
    assert.deepEqual(await ask('identity', '/projects'), ['GET /v3/projects'])
    const [stacks, ...more] = await ask('orchestration', '/stacks')
    assert.match(stacks ?? '', /^GET \/v1\/[0-9a-f]{32}\/stacks$/)
    assert.deepEqual(more, [])
  })

  it('a revoked token costs one more log-in, once', async () => {
    const {session} = await open(env)
    const {token} = await session.access()
    await session.request({
      service: 'identity',
      method: 'DELETE',
      path: '/auth/tokens',
      headers: {'x-subject-token': token},
    })
    const again = ['GET /v3/projects', 'POST /v3/auth/tokens', 'GET /v3/projects']
    assert.deepEqual(await ask('identity', '/projects'), again)
    assert.deepEqual(await ask('identity', '/projects'), ['GET /v3/projects'])
  })

  it('cache entries name the owner of a token, and no file contains the password', async () => {
    await ask('identity', '/projects')
    const [entry] = listCache(cacheDir())
    assert.equal(entry?.kind, 'token')
    assert.equal(entry?.scope, `${env.OS_USERNAME}, project ${env.OS_PROJECT_NAME}`)
    const folder = join(cacheDir(), 'cloud')
    for (const name of readdirSync(folder)) {
      assert.ok(!readFileSync(join(folder, name), 'utf8').includes(JSON.stringify(env.OS_PASSWORD)), name)
    }
  })

  it('20 processes at once all succeed, and leave one good token behind', async () => {
    const script = `const {openSession} = await import('#cloud/open')
      const {loadCloudConfig} = await import('#cloud/config/load')
      const config = await loadCloudConfig({options: {}, env: process.env, cwd: '/', home: '/'})
      const quiet = {request() {}, response() {}, note() {}, secret() {}, wantsBodies: false}
      const signal = new AbortController().signal
      const sessionRuntime = {env: {}, userAgent: 'osc-test', signal, trace: quiet, cacheDir: process.env.DIR, useCache: true}
      const session = await openSession(config, sessionRuntime)
      const {users} = await session.get('identity', '/users?name=admin')
      console.log(users.length)`
    const argv = ['--conditions=@osc/source', '--no-warnings', '--input-type=module', '--eval', script]
    const options = {cwd: import.meta.dirname, env: {...env, DIR: cacheDir()} as Record<string, string>}
    const runs = Array.from({length: 20}, () => promisify(execFile)(process.execPath, argv, options))
    for (const {stdout} of await Promise.all(runs)) assert.equal(stdout.trim(), '1')
    assert.equal(listCache(cacheDir()).length, 1)
    assert.deepEqual(await ask('identity', '/projects'), ['GET /v3/projects'])
  }).timeout(180_000)
})
