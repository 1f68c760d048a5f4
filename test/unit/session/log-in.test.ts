import assert from 'node:assert/strict'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {openCache} from '#cloud/cache/cache'
import {createSession} from '#cloud/session'
import {contextOf} from '#context/read'
import {AuthError, HttpError} from '#errors'
import {
  AUTH,
  calls,
  cloudConfig,
  fakeCloud,
  fakeTrace,
  fakeTransport,
  openFake,
  type Serve,
  tokenBody,
} from './fake-cloud.ts'

/** Services that take only the tokens named. */
const accepting =
  (...tokens: string[]): Serve =>
  ({headers}) =>
    tokens.includes(headers['x-auth-token'] ?? '')
      ? {body: {}}
      : {status: 401, body: {error: {message: 'Who are you?'}}}

describe('session: log-in', () => {
  it('is shared by requests that start together', async () => {
    const cloud = fakeCloud()
    const session = openFake(cloud)
    await Promise.all(Array.from({length: 20}, () => session.get('identity', '/users')))
    assert.equal(calls(cloud).filter((call) => call === 'login').length, 1)
    assert.equal(cloud.sent.length, 21)
  })

  it('for another program updates the context, and does not cache the token', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'osc-given-'))
    try {
      const cloud = fakeCloud()
      const cache = () => openCache({dir, enabled: true})
      const {token} = await openFake(cloud, {}, {cache: cache()}).access({fresh: true})
      const config = cloudConfig()
      const kept = contextOf(config, {cacheDir: dir, useCache: true}).access
      assert.ok(kept, 'the context knows the log-in')
      assert.ok(kept.value.catalog.length > 0)
      assert.ok(
        readdirSync(join(dir, 'cloud')).every(
          (file) => !readFileSync(join(dir, 'cloud', file), 'utf8').includes(`"${token}"`),
        ),
      )
      await openFake(cloud, {}, {cache: cache()}).get('identity', '/users')
      assert.deepEqual(calls(cloud), ['login', 'login', 'GET /v3/users'])
      await openFake(cloud, {}, {cache: cache()}).access({fresh: true})
      await openFake(cloud, {}, {cache: cache()}).get('identity', '/users')
      assert.deepEqual(calls(cloud).slice(3), ['login', 'GET /v3/users'], 'what was kept stays')
    } finally {
      rmSync(dir, {recursive: true, force: true})
    }
  })

  it('cold it is two requests where auth_url ends in /v3', async () => {
    const cloud = fakeCloud()
    await openFake(cloud).get('identity', '/projects')
    assert.deepEqual(calls(cloud), ['login', 'GET /v3/projects'])
  })

  it('happens once more when a service refuses the token', async () => {
    const cloud = fakeCloud(accepting('t2'))
    const trace = fakeTrace()
    await openFake(cloud, {}, {trace}).request({service: 'compute', method: 'POST', path: '/servers', body: {a: 1}})
    assert.deepEqual(calls(cloud), ['login', 'POST /v2.1/servers', 'login', 'POST /v2.1/servers'])
    assert.deepEqual(cloud.sent.at(-1)?.json, {a: 1})
    assert.equal(trace.notes.length, 1)
  })

  it('is shared by requests that are refused together', async () => {
    const cloud = fakeCloud(accepting('t2'))
    const session = openFake(cloud)
    await Promise.all(Array.from({length: 10}, () => session.get('identity', '/users')))
    assert.equal(calls(cloud).filter((call) => call === 'login').length, 2)
  })

  it('is not tried a third time', async () => {
    const cloud = fakeCloud(accepting())
    await assert.rejects(
      openFake(cloud).get('identity', '/users'),
      (error) => error instanceof HttpError && error.exitCode === 3,
    )
    assert.deepEqual(calls(cloud), ['login', 'GET /v3/users', 'login', 'GET /v3/users'])
  })

  it('a refused stream is not sent again, but the next request has a new token', async () => {
    const cloud = fakeCloud(accepting('t2'))
    const request = {service: 'compute', method: 'PUT', path: '/x', body: Readable.from(['x'])} as const
    await assert.rejects(openFake(cloud).request(request), HttpError)
    assert.deepEqual(calls(cloud), ['login', 'PUT /v2.1/x', 'login'])
  })

  for (const authType of ['none', 'admin_token', 'http_basic']) {
    it(`a 401 is final for ${authType}`, async () => {
      const cloud = fakeTransport(() => ({status: 401, body: {}}))
      const auth = {endpoint: 'http://alone.example/v1', token: 'tok', username: 'u', password: 'p'}
      await assert.rejects(openFake(cloud, {authType, auth}).get('baremetal', '/nodes'), HttpError)
      assert.deepEqual(calls(cloud), ['GET /v1/nodes'])
    })
  }

  it('a wrong password is tried once, however many ask', async () => {
    const cloud = fakeTransport(() => ({
      status: 401,
      body: {error: {message: 'The request you have made requires authentication.'}},
    }))
    const session = openFake(cloud)
    for (const _ of [1, 2, 3]) await assert.rejects(session.get('identity', '/users'), AuthError)
    assert.deepEqual(calls(cloud), ['login'])
  })

  it('is tried again after a fault of the server', async () => {
    let faults = 1
    const good = fakeCloud()
    const cloud = fakeTransport(async (request) => {
      if (request.url.endsWith('/auth/tokens') && faults-- > 0) return {status: 500, body: {error: {message: 'Oops'}}}
      const answer = await good.send(request)
      return {status: answer.status, headers: {...answer.headers}, body: await answer.text()}
    })
    const session = openFake(cloud)
    await assert.rejects(session.get('identity', '/users'), HttpError)
    await session.get('identity', '/users')
    assert.deepEqual(calls(cloud), ['login', 'login', 'GET /v3/users'])
  })

  it('is renewed shortly before the token ends', async () => {
    const lifetimes = [0.2, 3600]
    const token = () => tokenBody({expires_at: new Date(Date.now() + (lifetimes.shift() ?? 0) * 1000).toISOString()})
    const cloud = fakeCloud(undefined, token)
    const session = openFake(cloud)
    await session.get('identity', '/a')
    await new Promise((resolve) => setTimeout(resolve, 190))
    await Promise.all([session.get('identity', '/b'), session.get('identity', '/c')])
    assert.deepEqual(calls(cloud), ['login', 'GET /v3/a', 'login', 'GET /v3/b', 'GET /v3/c'])
  })

  it('registers every secret before it is sent', async () => {
    const trace = fakeTrace()
    await openFake(fakeCloud(), {}, {trace}).get('identity', '/users')
    assert.ok(trace.secrets.includes('wonderland'))
    assert.ok(trace.secrets.includes('t1'))
    assert.ok(!trace.secrets.includes('alice'))
  })
})

describe('session: kept log-in', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'osc-session-'))
  })
  afterEach(() => rmSync(dir, {recursive: true}))

  const run = async (cloud = fakeCloud(), over = {}, trace = fakeTrace()) => {
    await openFake(cloud, over, {cache: openCache({dir, enabled: true}), trace}).get('identity', '/projects')
    return calls(cloud)
  }

  it('warm it is exactly one request, and the kept token is a secret too', async () => {
    await run()
    const trace = fakeTrace()
    assert.deepEqual(await run(fakeCloud(), {}, trace), ['GET /v3/projects'])
    assert.ok(trace.secrets.includes('t1'))
  })

  it('reports the same as the log-in did', async () => {
    const access = () => openFake(fakeCloud(), {}, {cache: openCache({dir, enabled: true})}).access()
    assert.deepEqual(await access(), await access())
  })

  const others: [string, object][] = [
    ['password', {auth: {...AUTH, password: 'looking-glass'}}],
    ['user', {auth: {...AUTH, username: 'bob'}}],
    ['project', {auth: {...AUTH, project_name: 'play'}}],
    ['domain', {auth: {...AUTH, user_domain_id: 'd2'}}],
    ['address', {auth: {...AUTH, auth_url: 'http://other.example/v3'}}],
    ['cloud', {name: 'other'}],
    ['authentication type', {authType: 'v3password'}],
    ['default domain', {settings: {default_domain: 'd2'}}],
  ]
  for (const [what, over] of others) {
    it(`is not found with another ${what}`, async () => {
      await run()
      assert.deepEqual(await run(fakeCloud(), over), ['login', 'GET /v3/projects'])
    })
  }

  it('a one-time passcode is not a part of it', async () => {
    const auth = (passcode?: string) => ({authType: 'v3totp', auth: {...AUTH, ...(passcode ? {passcode} : {})}})
    await run(fakeCloud(), auth('123456'))
    assert.deepEqual(await run(fakeCloud(), auth()), ['GET /v3/projects'])
  })

  it('a password that was typed is not asked for again', async () => {
    const {password: _, ...auth} = AUTH
    const requested: string[] = []
    const terminal = {ask: async (prompt: string) => `typed ${requested.push(prompt)}`, print() {}}
    for (const cloud of [fakeCloud(), fakeCloud()]) {
      const parts = {
        config: cloudConfig({auth}),
        transport: cloud,
        cache: openCache({dir, enabled: true}),
        trace: fakeTrace(),
      }
      await createSession({...parts, terminal}).get('identity', '/projects')
    }
    assert.deepEqual(requested, ['Password: '])
  })

  it('is replaced when it is refused', async () => {
    await run()
    const cloud = fakeCloud(({headers}) => (headers['x-auth-token'] === 'fresh' ? {body: {}} : {status: 401, body: {}}))
    const renewing = fakeTransport(async (request) => {
      if (request.url.endsWith('/auth/tokens'))
        return {status: 201, headers: {'x-subject-token': 'fresh'}, body: {token: tokenBody()}}
      const answer = await cloud.send(request)
      return {status: answer.status, body: await answer.text()}
    })
    assert.deepEqual(await run(renewing), ['GET /v3/projects', 'login', 'GET /v3/projects'])
    const after = fakeCloud()
    assert.deepEqual(await run(after), ['GET /v3/projects'])
    assert.equal(after.sent[0]?.headers['x-auth-token'], 'fresh')
  })

  it('is dropped when it is refused and osc cannot log in again', async () => {
    await run()
    const closed = fakeTransport(() => ({status: 401, body: {}}))
    await assert.rejects(run(closed), AuthError)
    assert.deepEqual(await run(), ['login', 'GET /v3/projects'])
  })

  it('is not used when it is about to end', async () => {
    const short = () => tokenBody({expires_at: new Date(Date.now() + 100).toISOString()})
    await run(fakeCloud(undefined, short))
    await new Promise((resolve) => setTimeout(resolve, 95))
    assert.deepEqual(await run(), ['login', 'GET /v3/projects'])
  })

  it('is not made by types that have nothing to keep', async () => {
    const over = {authType: 'admin_token', auth: {endpoint: 'http://keystone.example/v3', token: 'tok'}}
    await run(fakeCloud(), over)
    assert.deepEqual(await run(fakeCloud(), over), ['GET /v3/projects'])
    assert.equal(openCache({dir, enabled: true}).get('token', {}), undefined)
  })
})
