import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {discover} from '#plugins/discover'
import {changePlugins} from '#plugins/installing/change'
import {parsePackageSpec} from '#plugins/installing/package-spec'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'

describe('a change of plugins', () => {
  let place: PluginPlace
  const printed: string[] = []
  const stderr = {write: async (text: string) => void printed.push(text), isTTY: false, width: undefined}
  const data = () => place.at('data')
  const change = <T>(work: (stage: string) => Promise<T>, signal = new AbortController().signal) =>
    changePlugins({dataDir: data(), signal, stderr}, work)
  const text = () => readFileSync(place.at('data/node_modules/mine/package.json'), 'utf8')
  const edit = (stage: string, to: string) => writeFileSync(join(stage, 'node_modules/mine/package.json'), to)
  const gone = () => spawnSync(process.execPath, ['-e', '']).pid

  beforeEach(() => {
    printed.length = 0
    place = makePluginPlace()
    place.plugin('core', '@osc-cli/core', {osc: undefined, commands: {help: {}}})
    place.plugin('data/node_modules/mine', 'mine', {commands: {'mine:go': {}}})
    place.note('mine')
  })
  afterEach(() => place.remove())

  it('takes the place of the old state when it is done, and leaves nothing beside it', async () => {
    await change(async (stage) => edit(stage, 'new'))
    assert.equal(text(), 'new')
    assert.deepEqual(readdirSync(data()).sort(), ['node_modules', 'package.json'])
  })

  it('is nothing when it fails or is interrupted', async () => {
    const before = text()
    const stop = new AbortController()
    const failing = change(async (stage) => {
      edit(stage, 'half')
      throw new Error('no disk')
    })
    await assert.rejects(failing, /no disk/)
    const interrupted = change(async (stage) => {
      edit(stage, 'half')
      stop.abort(new Error('stopped'))
    }, stop.signal)
    await assert.rejects(interrupted, /stopped/)
    assert.equal(text(), before)
    assert.deepEqual(readdirSync(data()).sort(), ['node_modules', 'package.json'])
  })

  it('waits for another, and says for whom', async () => {
    const order: string[] = []
    const first = change(async () => {
      order.push('first begins')
      await setTimeout(300)
      order.push('first ends')
    })
    const second = change(async () => void order.push('second'))
    await Promise.all([first, second])
    assert.deepEqual(order, ['first begins', 'first ends', 'second'])
    assert.match(printed.join(), /^Waiting for another osc \(process \d+\) that is changing the plugins\.\n$/)
  })

  it('does not wait for one that is gone, and takes away what it left', async () => {
    place.write('data/.lock', `${gone()}\n`)
    place.write('data/.stage-1/package.json', '{}')
    await change(async (stage) => edit(stage, 'new'))
    assert.deepEqual([text(), printed], ['new', []])
    assert.equal(existsSync(place.at('data/.stage-1')), false)
  })

  describe('that was killed while it took the place', () => {
    const finds = () => {
      const places = {coreRoot: place.at('core'), root: place.at('core'), dataDir: data()}
      return Object.hasOwn(discover(places).index.commands, 'mine go')
    }
    beforeEach(() => renameSync(place.at('data/node_modules'), place.at('data/.previous')))

    it('is repaired by the next start', () => {
      place.write('data/.lock', `${gone()}\n`)
      assert.equal(finds(), true)
    })

    it('is left alone while its process lives', () => {
      place.write('data/.lock', `${process.pid}\n`)
      assert.equal(finds(), false)
      assert.ok(existsSync(place.at('data/.previous')))
    })
  })
})

describe('what to install', () => {
  const cases: Record<string, [name: string | undefined, spec: string]> = {
    heat: ['heat', 'heat@latest'],
    '@osc-cli/plugin-heat': ['@osc-cli/plugin-heat', '@osc-cli/plugin-heat@latest'],
    '@osc-cli/plugin-heat@^1.2.0': ['@osc-cli/plugin-heat', '@osc-cli/plugin-heat@^1.2.0'],
    'plugin@next': ['plugin', 'plugin@next'],
    'owner/repository': [undefined, 'github:owner/repository'],
    'https://example.org/plugin.git': [undefined, 'https://example.org/plugin.git'],
    'git+ssh://git@example.org/plugin': [undefined, 'git+ssh://git@example.org/plugin'],
  }
  for (const [text, [name, spec]] of Object.entries(cases)) {
    it(`${text} is ${spec}`, () => {
      const wanted = parsePackageSpec(text, '/nowhere', '/nowhere')
      assert.deepEqual([wanted.name, wanted.spec], [name, spec])
    })
  }

  for (const [text, says] of [
    ['--registry=x', /is not a package name/],
    ['plugin@', /is not a package name/],
    ['../..', /is a folder/],
    ['absent.tgz', /File \/.*absent\.tgz was not found/],
  ] as const) {
    it(`${text} is refused`, () => assert.throws(() => parsePackageSpec(text, '/tmp', '/tmp'), says))
  }
})
