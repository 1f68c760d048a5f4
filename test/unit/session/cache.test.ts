import assert from 'node:assert/strict'
import {execFile} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {openCache} from '#cloud/cache/cache'
import {clearCache, listCache} from '#cloud/cache/inventory'

const KEY = {cloud: 'lab', auth: [['password', 'hunter2-secret']]}
const LABEL = {cloud: 'lab', scope: 'alice, project work'}
const later = () => Date.now() + 60_000

describe('cache', () => {
  let dir: string
  const cache = () => openCache({dir, enabled: true})
  const folder = () => join(dir, 'cloud')
  const entry = () => {
    const [name] = readdirSync(folder()).filter((file) => file.startsWith('token-'))
    assert.ok(name)
    return join(folder(), name)
  }
  const put = (value = {token: 't'}, key: Parameters<ReturnType<typeof cache>['get']>[1] = KEY, expires = later()) =>
    cache().put('token', key, LABEL, value, expires)
  const get = (key: Parameters<typeof put>[1] = KEY) => cache().get('token', key)

  beforeEach(() => {
    dir = join(mkdtempSync(join(tmpdir(), 'osc-cache-')), 'osc')
  })
  afterEach(() => rmSync(join(dir, '..'), {recursive: true, force: true}))

  it('gives back what was put', async () => {
    assert.equal(get(), undefined)
    await put({token: 'gAAA'})
    assert.deepEqual(get(), {token: 'gAAA'})
  })

  it('keeps numbers exactly', async () => {
    const value = JSON.parse('{"a": 1.5}')
    await put(value)
    assert.deepEqual(get(), {a: 1.5})
  })

  it('finds by all of the key, in any order', async () => {
    await put({token: 't'}, {a: 1, b: 2})
    assert.deepEqual(get({b: 2, a: 1}), {token: 't'})
    assert.deepEqual(get({b: 2, a: 1, c: undefined}), {token: 't'})
    assert.equal(get({a: 1, b: 3}), undefined)
    assert.equal(get({a: 1}), undefined)
    assert.equal(cache().get('version', {a: 1, b: 2}), undefined)
  })

  it('drops', async () => {
    await put()
    cache().drop('token', KEY)
    assert.equal(get(), undefined)
    cache().drop('token', KEY)
  })

  it('has files of 0600 in a folder of 0700, whatever the umask', async () => {
    const old = process.umask(0)
    try {
      await put()
    } finally {
      process.umask(old)
    }
    assert.equal(statSync(folder()).mode & 0o777, 0o700)
    for (const name of readdirSync(folder())) assert.equal(statSync(join(folder(), name)).mode & 0o777, 0o600, name)
  })

  it('shows no secret in names and contents', async () => {
    await put()
    for (const name of readdirSync(folder())) {
      assert.doesNotMatch(name, /hunter2/)
      assert.doesNotMatch(readFileSync(join(folder(), name), 'utf8'), /hunter2/)
    }
  })

  it('names the same thing differently in another cache, so that a name gives no password away', async () => {
    await put()
    const [first] = readdirSync(folder()).filter((name) => name.startsWith('token-'))
    rmSync(folder(), {recursive: true})
    await put()
    assert.notEqual(
      readdirSync(folder()).find((name) => name.startsWith('token-')),
      first,
    )
  })

  it('forgets what has expired, and removes it in time', async () => {
    await put({token: 'old'}, {old: true}, Date.now() - 1)
    await put({token: 'valid'}, {valid: true})
    assert.equal(get({old: true}), undefined)
    // Both may be of one millisecond, so their order says nothing.
    assert.deepEqual(
      listCache(dir)
        .map(({expired}) => expired)
        .sort(),
      [false, true],
    )
    for (const {file} of listCache(dir)) utimesSync(file, 0, 0)
    await put({token: 'new'})
    assert.deepEqual(
      listCache(dir).map(({expired}) => expired),
      [false, false],
    )
  })

  it('does not believe an entry from the future', async () => {
    await put()
    const text = readFileSync(entry(), 'utf8')
    writeFileSync(entry(), text.replace(/"savedAt":\d+/, `"savedAt":${Date.now() + 3_600_000}`))
    assert.equal(get(), undefined)
  })

  const damages: [string, (path: string) => void][] = [
    ['empty', (path) => writeFileSync(path, '')],
    ['cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, 60))],
    ['no JSON', (path) => writeFileSync(path, '\0\0\0\0')],
    ['another JSON', (path) => writeFileSync(path, '[1]')],
    [
      'of another format',
      (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('"format":1', '"format":99')),
    ],
    ['without its value', (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('"value":', '"other":'))],
    ['readable for others', (path) => chmodSync(path, 0o644)],
    ['writable for a group', (path) => chmodSync(path, 0o620)],
    [
      'a link to the same',
      (path) => {
        renameSync(path, join(dir, 'elsewhere'))
        symlinkSync(join(dir, 'elsewhere'), path)
      },
    ],
  ]
  for (const [what, damage] of damages) {
    it(`does not trust a file that is ${what}, and replaces it`, async () => {
      await put()
      damage(entry())
      assert.equal(get(), undefined)
      await put({token: 'again'})
      assert.deepEqual(get(), {token: 'again'})
      assert.ok(lstatSync(entry()).isFile())
    })
  }

  it('does not trust a folder in its place', async () => {
    await put()
    const path = entry()
    rmSync(path)
    mkdirSync(path)
    assert.equal(get(), undefined)
    await put({token: 'again'})
    assert.equal(get(), undefined)
  })

  it('does not trust a file of another user', async function () {
    if (process.getuid?.() !== 0) return this.skip()
    await put()
    chownSync(entry(), 12345, 12345)
    assert.equal(get(), undefined)
  })

  it('writes nothing into a folder of another user', async function () {
    if (process.getuid?.() !== 0) return this.skip()
    mkdirSync(folder(), {recursive: true, mode: 0o700})
    chownSync(folder(), 12345, 12345)
    await put()
    assert.deepEqual(readdirSync(folder()), [])
  })

  it('puts nothing through a link in place of its folder', async () => {
    const target = join(dir, '..', 'target')
    mkdirSync(target, {mode: 0o700})
    mkdirSync(dir, {recursive: true})
    symlinkSync(target, folder())
    await put()
    assert.deepEqual(readdirSync(target), [])
    writeFileSync(join(target, 'precious.json'), '{}')
    assert.equal(clearCache(dir), 0)
    assert.ok(existsSync(join(target, 'precious.json')))
  })

  it('restricts a folder that other users can read', async () => {
    mkdirSync(folder(), {recursive: true})
    chmodSync(folder(), 0o755)
    await put()
    assert.equal(statSync(folder()).mode & 0o777, 0o700)
    assert.deepEqual(get(), {token: 't'})
  })

  it('makes a new secret where the old one is damaged', async () => {
    await put()
    writeFileSync(join(folder(), 'key'), 'short')
    assert.equal(get(), undefined)
    await put({token: 'again'})
    assert.deepEqual(get(), {token: 'again'})
  })

  const unusable: [string, () => void][] = [
    ['is a file', () => writeFileSync(dir, '')],
    [
      'lies below a file',
      () => {
        writeFileSync(join(dir, '..', 'file'), '')
        dir = join(dir, '..', 'file', 'osc')
      },
    ],
  ]
  for (const [what, prepare] of unusable) {
    it(`costs only time when its directory ${what}`, async () => {
      const root = join(dir, '..')
      prepare()
      await put()
      assert.equal(get(), undefined)
      assert.deepEqual(listCache(dir), [])
      assert.equal(clearCache(dir), 0)
      dir = join(root, 'osc')
    })
  }

  it('costs only time when nothing may be written', async () => {
    // Root may write everywhere, so somebody else tries it; who may not read the sources, so these come first.
    const script = `const {openCache} = await import('#cloud/cache/cache'); await import('#cloud/cache/inventory')
      process.setuid?.(12345)
      const cache = openCache({dir: ${JSON.stringify(dir)}, enabled: true})
      await cache.put('token', {a: 1}, {cloud: '', scope: ''}, {token: 't'}, Date.now() + 1000)
      console.log(cache.get('token', {a: 1}))`
    mkdirSync(dir, {recursive: true})
    chmodSync(join(dir, '..'), 0o755)
    chmodSync(dir, 0o555)
    assert.equal((await node(script)).trim(), 'undefined')
    assert.deepEqual(readdirSync(dir), [])
  })

  it('does nothing when it is switched off', async () => {
    await put()
    const off = openCache({dir, enabled: false})
    assert.equal(off.get('token', KEY), undefined)
    off.drop('token', KEY)
    await off.put('token', {other: true}, LABEL, {token: 'x'}, later())
    assert.equal(listCache(dir).length, 1)
    assert.deepEqual(get(), {token: 't'})
  })

  it('lists entries without their values', async () => {
    await put({token: 'gAAA-secret'})
    await cache().put('version', {url: 'http://x'}, {cloud: 'lab', scope: 'http://x'}, {versions: []}, later())
    const list = listCache(dir)
    assert.deepEqual(list.map(({kind, cloud, scope}) => [kind, cloud, scope]).sort(), [
      ['token', 'lab', 'alice, project work'],
      ['version', 'lab', 'http://x'],
    ])
    assert.doesNotMatch(JSON.stringify(list), /gAAA/)
    for (const {bytes, savedAt, expiresAt, expired} of list) {
      assert.ok(bytes > 50)
      assert.ok(Math.abs(savedAt - Date.now()) < 10_000)
      assert.ok(expiresAt > savedAt)
      assert.equal(expired, false)
    }
  })

  it('clears everything of its own and nothing else', async () => {
    await put()
    await put({token: 'u'}, {other: 1})
    writeFileSync(join(dir, 'plugins.json'), '{}')
    assert.equal(clearCache(dir), 2)
    assert.deepEqual(readdirSync(folder()), [])
    assert.ok(existsSync(join(dir, 'plugins.json')))
    assert.equal(get(), undefined)
  })

  it('sweeps up what a killed process left half written', async () => {
    await put()
    const [stale, young] = ['.new-1-stale', '.new-2-young'].map((name) => join(folder(), name))
    assert.ok(stale && young)
    for (const path of [stale, young]) writeFileSync(path, '{"format"', {mode: 0o600})
    utimesSync(stale, 0, 0)
    await put()
    assert.equal(existsSync(stale), false)
    assert.equal(existsSync(young), true)
  })

  it('is safe under 50 processes at once', async () => {
    const script = `const {openCache} = await import('#cloud/cache/cache')
      const cache = openCache({dir: ${JSON.stringify(dir)}, enabled: true})
      const long = 'x'.repeat(50_000)
      let torn = 0
      for (let round = 0; round < 6; round += 1) {
        const id = process.pid + '-' + round
        await cache.put('token', {shared: true}, {cloud: '', scope: ''}, {id, long, again: id}, Date.now() + 60_000)
        const found = cache.get('token', {shared: true})
        if (!found || found.id !== found.again || found.long !== long) torn += 1
        if (round === 3) cache.drop('token', {own: process.pid})
        await cache.put('token', {own: process.pid}, {cloud: '', scope: ''}, {id}, Date.now() + 60_000)
        if (cache.get('token', {own: process.pid})?.id !== id) torn += 1
      }
      console.log(torn)`
    const outputs = await Promise.all(Array.from({length: 50}, () => node(script)))
    assert.deepEqual(new Set(outputs.map((text) => text.trim())), new Set(['0']))
    const names = readdirSync(folder())
    assert.deepEqual(
      names.filter((name) => name.startsWith('.new-')),
      [],
    )
    assert.equal(names.filter((name) => name.startsWith('token-')).length, 51)
  }).timeout(60_000)
})

/** Runs a module of its own process; its standard output. */
async function node(script: string): Promise<string> {
  const argv = ['--conditions=@osc/source', '--no-warnings', '--input-type=module', '--eval', script]
  const {stdout} = await promisify(execFile)(process.execPath, argv, {cwd: import.meta.dirname})
  return stdout
}
