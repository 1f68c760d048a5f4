import assert from 'node:assert/strict'
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {tokenKey} from '#cloud/auth/token-key'
import {openCache} from '#cloud/cache/cache'
import {loadCloudConfig} from '#cloud/config/load'
import {age} from '#context/age'
import {rolesOf} from '#context/context'
import {MOST_NAMES, Observed} from '#context/observed'
import {offeredTypes, offerOf} from '#context/offers'
import {readContext} from '#context/read'
import {remember} from '#context/remember'

const HOUR = 3_600_000
const CLOUDS = `clouds:
  one:
    region_name: north
    auth: {auth_url: 'http://keystone.example/v3', username: ada, password: pw, project_name: demo}
  two:
    region_name: south
    auth: {auth_url: 'http://keystone.example/v3', username: ada, password: pw, project_name: demo}
`
const ANSWER = {
  user: {id: 'u', name: 'ada', domain: {id: 'default', name: 'Default'}},
  project: {id: 'p', name: 'demo', domain: {id: 'default', name: 'Default'}},
  roles: [{id: 'r', name: 'member'}],
  expires_at: '2026-11-25T12:00:00Z',
  catalog: [
    {type: 'identity', name: 'keystone', endpoints: [endpoint('north', 'http://keystone.example')]},
    {type: 'volumev3', name: 'cinder', endpoints: [endpoint('south', 'http://cinder.example/v3/p')]},
    {type: 'compute', name: 'nova', endpoints: [endpoint('north', 'http://nova.example/v2.1')]},
  ],
}

function endpoint(region: string, url: string) {
  return {interface: 'public', region, region_id: region, url, id: url}
}

const stack = {
  noun: 'stack',
  service: 'orchestration',
  path: '/stacks',
  member: 'stack',
  collection: 'stacks',
  nameKey: 'stack_name',
}

describe('the context', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'osc-context-'))
    writeFileSync(join(dir, 'clouds.yaml'), CLOUDS, {mode: 0o600})
  })
  afterEach(() => rmSync(dir, {recursive: true, force: true}))

  const input = (more: Record<string, string> = {}, cloud = 'one') => ({
    options: {cloud},
    env: {OS_CLIENT_CONFIG_FILE: join(dir, 'clouds.yaml'), HOME: dir, ...more},
    cwd: dir,
    cacheDir: join(dir, 'cache'),
  })
  const config = (cloud = 'one') => loadCloudConfig({...input({}, cloud), home: dir})
  async function loggedIn(expiresAt: number): Promise<void> {
    const cache = openCache({dir: join(dir, 'cache'), enabled: true})
    const label = {cloud: 'one', scope: 'project demo'}
    await cache.put('token', tokenKey(await config()), label, {token: 'secret-token', answer: ANSWER}, expiresAt)
    const versions = [{id: 'v2.1', status: 'CURRENT', path: 'v2.1', lowest: '2.1', highest: '2.60'}]
    const url = 'http://nova.example/v2.1'
    await cache.put('version', {url}, {cloud: 'one', scope: url}, {versions}, Date.now() + HOUR)
  }

  it('knows the cloud and nothing else before the first log-in', async () => {
    const context = await readContext(input())
    assert.equal(context.config?.name, 'one')
    assert.equal(context.access, undefined)
    assert.equal(offerOf('compute', context), undefined)
    assert.equal(offeredTypes(context), undefined)
    assert.deepEqual([context.names, context.extensions, context.microversions], [{}, {}, {}])
  })
  it('keeps the reason when the configuration cannot be read', async () => {
    const context = await readContext(input({}, 'three'))
    assert.equal(context.config, undefined)
    assert.match(String(context.problem), /Cloud "three"/)
  })
  for (const [state, expiresAt] of Object.entries({valid: Date.now() + HOUR, expired: Date.now() - HOUR}))
    it(`reads roles, catalog and microversions beside a token that is ${state}, and never the token`, async () => {
      await loggedIn(expiresAt)
      const context = await readContext(input())
      assert.deepEqual(rolesOf(context), ['member'])
      assert.deepEqual(offeredTypes(context), ['block-storage', 'compute', 'identity'])
      assert.deepEqual(context.microversions.compute?.value, {lowest: '2.1', highest: '2.60'})
      assert.ok(!JSON.stringify(context).includes('secret-token'))
    })
  it('says where a service is when it is not in the region in use', async () => {
    await loggedIn(Date.now() + HOUR)
    const context = await readContext(input())
    assert.deepEqual(offerOf('block-storage', context), {here: false, url: undefined, elsewhere: ['south']})
    assert.deepEqual(offerOf('orchestration', context), {here: false, url: undefined, elsewhere: []})
    assert.equal(offerOf('identity', context)?.here, true)
  })
  it('knows nothing of a cloud with OSC_NO_CACHE', async () => {
    await loggedIn(Date.now() + HOUR)
    assert.equal((await readContext(input({OSC_NO_CACHE: '1'}))).access, undefined)
  })

  it('remembers names per cloud, newest first, and forgets what was deleted', async () => {
    const first = new Observed()
    first.add(stack, {id: '1', stack_name: 'web', stack_status: 'CREATE_COMPLETE', description: 'Shop'})
    first.add(stack, {id: '2', stack_name: 'db'})
    await remember(first, await config(), join(dir, 'cache'))
    const second = new Observed()
    second.add(stack, {id: '3', stack_name: 'new'})
    second.remove(stack, '2')
    await remember(second, await config(), join(dir, 'cache'))
    const {names} = await readContext(input())
    assert.deepEqual(names.stack?.value, [
      {name: 'new', id: '3'},
      {name: 'web', id: '1', description: 'Shop', status: 'CREATE_COMPLETE'},
    ])
    assert.deepEqual((await readContext(input({}, 'two'))).names, {})
  })
  for (const given of ['web', '1', 'web/1'])
    it(`forgets what was deleted as ${given}, also when it goes by once more until it is gone`, async () => {
      const first = new Observed()
      first.add(stack, {id: '1', stack_name: 'web'})
      first.add(stack, {id: '2', stack_name: 'db'})
      await remember(first, await config(), join(dir, 'cache'))
      const second = new Observed()
      second.add(stack, {id: '1', stack_name: 'web'})
      second.remove(stack, given)
      second.add(stack, {id: '1', stack_name: 'web', stack_status: 'DELETE_IN_PROGRESS'})
      await remember(second, await config(), join(dir, 'cache'))
      const {names} = await readContext(input())
      assert.deepEqual(names.stack?.value, [{name: 'db', id: '2'}])
    })
  it('keeps at most 200 names of a noun, in files for the user alone', async () => {
    const observed = new Observed()
    for (let i = 0; i < 3 * MOST_NAMES; i += 1) observed.add(stack, {id: `${i}`, stack_name: `s${i}`})
    observed.add(stack, {id: 5, stack_name: 'no ID'})
    observed.add(stack, {id: '6'})
    await remember(observed, await config(), join(dir, 'cache'))
    assert.equal((await readContext(input())).names.stack?.value.length, MOST_NAMES)
    const folder = join(dir, 'cache', 'cloud')
    for (const file of readdirSync(folder)) assert.equal(statSync(join(folder, file)).mode & 0o077, 0, file)
  })
  it('takes a damaged file for none', async () => {
    const observed = new Observed()
    observed.add(stack, {id: '1', stack_name: 'web'})
    await remember(observed, await config(), join(dir, 'cache'))
    const folder = join(dir, 'cache', 'cloud')
    const file = readdirSync(folder).find((name) => name.startsWith('context-')) ?? ''
    const whole = readFileSync(join(folder, file), 'utf8')
    for (const text of [
      '',
      whole.slice(0, 40),
      whole.replace('"names":{', '"names":{"x":7,"y":{"at":1,"list":[1,{}]},'),
    ]) {
      writeFileSync(join(folder, file), text)
      const {names} = await readContext(input())
      assert.ok(names.x === undefined && (names.y?.value.length ?? 0) === 0, text)
    }
  })
})

describe('an age', () => {
  const cases: [number, string][] = [
    [-5, '0 s old'],
    [59, '59 s old'],
    [90, '2 min old'],
    [3 * 3600, '3 h old'],
    [72 * 3600, '3 days old'],
  ]
  for (const [seconds, text] of cases)
    it(`of ${seconds} seconds is ${text}`, () => assert.equal(age(1e12 - seconds * 1000, 1e12), text))
})
