import assert from 'node:assert/strict'
import {cpSync, symlinkSync} from 'node:fs'
import {oscPerTest} from '../../support/per-test.ts'
import {makePluginPlace, type PluginPlace, saying} from '../../support/plugin-fixture.ts'
import {run} from '../../support/run.ts'

describe('a broken plugin', () => {
  const osc = oscPerTest()
  let place: PluginPlace

  const BAD: Record<string, {text: string; says: RegExp}> = {
    'has a syntax error': {
      text: 'export default class {\n  run( {\n}\n',
      says: /syntax error: Unexpected end of input\.\n/,
    },
    'misses a dependency': {
      text: "import 'left-pad-of-nobody'\n",
      says: /the required package 'left-pad-of-nobody' is not installed\./,
    },
    'throws when it is loaded': {text: "throw new Error('no luck\\ntoday')\n", says: /does not load: no luck\.\n/},
    'throws something that is no error': {text: "throw 'thing'\n", says: /does not load: thing\.\n/},
    'exports no command': {text: 'export const run = 1\n', says: /does not export a command as default/},
  }

  beforeEach(() => {
    place = makePluginPlace(osc.place.root)
    place.plugin('data/node_modules/good', 'good', {commands: {'good:go': {}}})
    place.note('bad', 'good')
  })

  for (const [what, {text, says}] of Object.entries(BAD)) {
    it(`that ${what} ends its own command with one line and a way on, and no other`, async () => {
      place.plugin('data/node_modules/bad', 'bad', {commands: {'bad:go': text}})
      const bad = await osc('bad', 'go')
      assert.equal(bad.status, 1)
      assert.match(bad.stderr, says)
      assert.match(
        bad.stderr,
        /^Command 'bad go' of plugin bad 1\.0\.0 .*\nCheck the plugin: osc plugins doctor bad\n$/,
      )
      const good = await osc('good', 'go')
      assert.deepEqual([good.status, good.stdout, good.stderr], [0, 'good\n', ''])
      for (const line of ['help', 'complete', 'good --help', 'help bad go']) {
        const {status, stderr} = await osc(...line.split(' '))
        assert.deepEqual([status, stderr], [0, ''], line)
      }
    })
  }

  it('that cannot be read does not affect others, and is reported for its commands', async () => {
    place.plugin('data/node_modules/bad', 'bad', {raw: {'oclif.manifest.json': '{'}})
    assert.equal((await osc('good', 'go')).stderr, '')
    for (const line of ['help', 'complete']) assert.equal((await osc(line)).status, 0, line)
    const {status, stderr} = await osc('bad', 'go')
    assert.equal(status, 127)
    assert.match(stderr, /\nPlugin bad could not be read: oclif.manifest.json cannot be read: [^\n]+\n/)
  })

  it('that is made for another core says so before it is loaded', async () => {
    place.plugin('data/node_modules/bad', 'bad', {
      osc: {core: '^99.0.0'},
      commands: {'bad:go': "process.stdout.write('loaded')"},
    })
    const {status, stdout, stderr} = await osc('bad', 'go')
    assert.deepEqual([status, stdout], [1, ''])
    assert.match(
      stderr,
      /^Plugin bad 1\.0\.0 requires osc \^99\.0\.0, this is osc [\d.]+\.\nUpdate osc: npm install -g /,
    )
  })

  it('gives way where another has the command too, by namespaces', async () => {
    place.plugin('data/node_modules/bad', 'bad', {commands: {'thing:list': saying('first')}})
    place.plugin('data/node_modules/good', 'good', {
      commands: {'thing:list': saying('second'), 'thing:list:all': saying('more')},
    })
    assert.equal((await osc('thing', 'list')).stdout, 'first\n')
    assert.equal((await osc('bad', 'thing', 'list')).stdout, 'first\n')
    assert.equal((await osc('good', 'thing', 'list')).stdout, 'second\n')
    assert.equal((await osc('thing', 'list', 'all')).stdout, 'more\n')
    assert.match((await osc('help', 'good', 'thing', 'list')).stdout, /good 1\.0\.0/)
  })

  it('index is safe to make by many starts at once', async () => {
    place.plugin('data/node_modules/bad', 'bad', {commands: {'bad:go': {}}})
    const all = await Promise.all(Array.from({length: 12}, () => osc('good', 'go')))
    for (const {status, stdout, stderr} of all) assert.deepEqual([status, stdout, stderr], [0, 'good\n', ''])
  })

  it('gets the SDK of the running core though it brought its own', async () => {
    place.plugin('data/node_modules/bad', 'bad', {commands: {'bad:go': {}}})
    cpSync(place.at('data/node_modules/good'), place.at('data/node_modules/bad/node_modules/@osc-cli/core'), {
      recursive: true,
    })
    assert.equal((await osc('bad', 'go')).stdout, 'bad\n')
  })

  it('leaves help whole where the folder of plugins cannot be looked into', async () => {
    // A link to itself; what a user may not read looks alike, but not to root.
    symlinkSync(place.at('loop'), place.at('loop'))
    const {status, stdout, stderr} = await run(['help'], {env: {OSC_DATA_DIR: place.at('loop/osc')}})
    assert.deepEqual([status, stderr], [0, ''])
    assert.match(
      stdout,
      /^ {2}orchestration {2}[\s\S]*^PLUGINS THAT COULD NOT BE READ\n {2}installed plugins: .*ELOOP/m,
    )
  })
})
