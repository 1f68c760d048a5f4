import assert from 'node:assert/strict'
import {chmodSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {clearIndex, loadIndex} from '#plugins/index-cache'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'

describe("the plugin index's cache", () => {
  let place: PluginPlace
  const core = 'lib/node_modules/@osc-cli/core'
  const heat = 'lib/node_modules/heat'

  beforeEach(async () => {
    place = makePluginPlace()
    place.plugin(core, '@osc-cli/core', {osc: undefined, commands: {help: {}}})
    place.plugin(heat, 'heat', {commands: {'stack:list': {}}})
    // Files that were written a moment ago are read again and again.
    await setTimeout(30)
  })
  afterEach(() => place.remove())

  const load = () =>
    loadIndex({
      coreRoot: place.at(core),
      root: place.at(core),
      dataDir: place.at('data'),
      cacheDir: place.at('cache'),
    })
  const knows = async (id: string) => Object.hasOwn((await load()).commands, id)
  const folder = () => place.at('cache/plugins')
  const file = () => {
    const [name = ''] = readdirSync(folder()).filter((each) => each.endsWith('.json'))
    return join(folder(), name)
  }

  it('takes away what a killed process left half written', async () => {
    await load()
    const stale = join(folder(), '.new-1-stale')
    writeFileSync(stale, '{', {mode: 0o600})
    utimesSync(stale, 0, 0)
    rmSync(file())
    await load()
    assert.deepEqual(
      readdirSync(folder()).filter((name) => name.startsWith('.new-')),
      [],
    )
  })

  it('is private, one file, and found again', async () => {
    await load()
    assert.deepEqual(readdirSync(folder()).length, 1)
    assert.equal(statSync(folder()).mode & 0o777, 0o700)
    assert.equal(statSync(file()).mode & 0o777, 0o600)
    const before = statSync(file())
    await load()
    assert.equal(statSync(file()).ino, before.ino, 'it was written again')
  })

  const changes: Record<string, {change: () => void; id: string; after: boolean}> = {
    'an edited manifest': {
      change: () => place.plugin(heat, 'heat', {commands: {'stack:show': {}}}),
      id: 'stack show',
      after: true,
    },
    'a plugin that the user installs': {
      change: () => {
        place.plugin('data/node_modules/mine', 'mine', {commands: {'mine:go': {}}})
        place.note('mine')
      },
      id: 'mine go',
      after: true,
    },
    'a plugin that npm puts beside the core': {
      change: () => place.plugin('lib/node_modules/mine', 'mine', {commands: {'mine:go': {}}}),
      id: 'mine go',
      after: true,
    },
    'a plugin of a scope beside the core': {
      change: () => place.plugin('lib/node_modules/@osc-cli/mine', '@osc-cli/mine', {commands: {'mine:go': {}}}),
      id: 'mine go',
      after: true,
    },
    'a link': {
      change: () => {
        place.plugin('elsewhere', 'mine', {commands: {'mine:go': {}}})
        place.note({name: 'mine', root: place.at('elsewhere')})
      },
      id: 'mine go',
      after: true,
    },
    'a plugin that is removed': {
      change: () => rmSync(place.at(heat), {recursive: true}),
      id: 'stack list',
      after: false,
    },
    'another version of the core': {
      change: () => place.plugin(core, '@osc-cli/core', {version: '2.0.0', osc: undefined, commands: {'new:go': {}}}),
      id: 'new go',
      after: true,
    },
  }
  for (const [what, {change, id, after}] of Object.entries(changes)) {
    it(`is rebuilt after ${what}`, async () => {
      assert.equal(await knows(id), !after)
      change()
      assert.equal(await knows(id), after)
    })
  }

  it('sees a second edit in the same moment, of the same length', async () => {
    const manifest = place.at(`${heat}/oclif.manifest.json`)
    const text = readFileSync(manifest, 'utf8')
    writeFileSync(manifest, text.replaceAll('stack:list', 'stack:take'))
    assert.equal(await knows('stack take'), true)
    const {atime, mtime} = statSync(manifest)
    writeFileSync(manifest, text.replaceAll('stack:list', 'stack:give'))
    utimesSync(manifest, atime, mtime)
    assert.equal(await knows('stack give'), true)
  })

  const damages: Record<string, (text: string) => string> = {
    'cut short': (text) => text.slice(0, text.length / 2),
    empty: () => '',
    'of another format': (text) => text.replace(/^osc-plugins \d+/, 'osc-plugins 1'),
    'sound JSON with another owner': (text) => text.replace('"stack list":1', '"stack list":0'),
    'one letter other': (text) => text.replace('dist/commands', 'dist/commandz'),
    'JSON of something else': () => '{"format": 2, "made": [], "index": {}}',
    rubbish: () => '\0\0\0',
  }
  for (const [what, damage] of Object.entries(damages)) {
    it(`is not believed when ${what}`, async () => {
      const sound = await load()
      const text = readFileSync(file(), 'utf8')
      assert.notEqual(damage(text), text)
      writeFileSync(file(), damage(text))
      assert.deepEqual(await load(), {...sound})
      assert.equal(readFileSync(file(), 'utf8'), text, 'it was mended')
    })
  }

  it('is not believed when others may write it', async () => {
    await load()
    chmodSync(file(), 0o666)
    await load()
    assert.equal(statSync(file()).mode & 0o777, 0o600)
  })

  it('may be impossible to write', async () => {
    place.write('cache', 'a file where the folder should be')
    assert.equal(await knows('help'), true)
  })

  it('is forgotten on request', async () => {
    await load()
    clearIndex(place.at('cache'))
    assert.deepEqual(readdirSync(folder()), [])
  })
})
