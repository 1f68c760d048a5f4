import assert from 'node:assert/strict'
import {mkdirSync, symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {discover} from '#plugins/discover'
import {markOf} from '#plugins/reading'
import {linkedAs} from '#process'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'

const CORE = '@osc-cli/core'

/** Where pnpm keeps a package with what it needs, and where it links what was asked for. */
interface Layout {
  kept: (name: string) => string
  linked: (name: string) => string
}

const hash = (name: string) => Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64)

const LAYOUTS: Record<string, Layout> = {
  'one folder for all': {
    kept: (name) => `global/5/.pnpm/${name.replace('/', '+')}@1.0.0/node_modules/${name}`,
    linked: (name) => `global/5/node_modules/${name}`,
  },
  'packages inside node_modules, as in a project': {
    kept: (name) => `project/node_modules/.pnpm/${name.replace('/', '+')}@1.0.0/node_modules/${name}`,
    linked: (name) => `project/node_modules/${name}`,
  },
  'a folder for each, and one store': {
    kept: (name) => `store/v11/links/${name}/1.0.0/abc/node_modules/${name}`,
    linked: (name) => `global/v11/${hash(name)}/node_modules/${name}`,
  },
}

for (const [layout, {kept, linked}] of Object.entries(LAYOUTS)) {
  describe(`pnpm with ${layout}`, () => {
    let place: PluginPlace

    beforeEach(() => {
      place = makePluginPlace()
      add(CORE, () => place.plugin(kept(CORE), CORE, {version: '1.4.0', osc: undefined, commands: {help: {}}}))
    })
    afterEach(() => place.remove())

    const add = (name: string, write: () => void) => {
      write()
      mkdirSync(dirname(place.at(linked(name))), {recursive: true})
      symlinkSync(place.at(kept(name)), place.at(linked(name)))
    }
    /** As if the program in the link had been started. */
    const found = (name = CORE) => {
      const root = place.at(kept(name))
      const linkedRoot = linkedAs(join(place.at(linked(name)), 'bin/osc.js'), root)
      return discover({coreRoot: place.at(kept(CORE)), root, linkedRoot, dataDir: place.at('data')})
    }
    const names = (discovery = found()) => discovery.index.plugins.map(({name, kind}) => `${kind} ${name}`)

    it('has a plugin beside the core', () => {
      add('@team/two', () => place.plugin(kept('@team/two'), '@team/two', {commands: {'two:go': {}}}))
      assert.deepEqual(names(), [`core ${CORE}`, 'global @team/two'])
    })

    it('notices a new one by what the index was made from', async () => {
      // Files that changed a moment ago are not trusted.
      await setTimeout(50)
      const {made} = found()
      const changed = () => made.filter(([path, mark]) => markOf(path) !== mark).length
      assert.equal(changed(), 0)
      add('one', () => place.plugin(kept('one'), 'one', {commands: {'one:go': {}}}))
      assert.ok(changed() > 0)
    })

    for (const started of [CORE, '@osc-cli/all']) {
      it(`finds the plugins of a set once, started as ${started}`, () => {
        const set = '@osc-cli/all'
        add(set, () => {
          place.write(`${kept(set)}/package.json`, {name: set, version: '1.4.0', oclif: {plugins: ['heat']}, osc: {}})
          // What it needs stands beside it, not below it.
          place.plugin(join(dirname(dirname(kept(set))), 'heat'), 'heat', {commands: {'stack:list': {}}})
        })
        const {index} = found(started)
        const kind = started === CORE ? 'global' : 'bundled'
        assert.deepEqual(names(found(started)), [`core ${CORE}`, `${kind} heat`])
        assert.deepEqual(index.broken, [])
      })
    }
  })
}

describe('the path that a program was started by', () => {
  it('is undefined for a program that is started where it is, or by a link of its own', () => {
    for (const script of [
      '/usr/lib/node_modules/@osc-cli/core/bin/osc.js',
      '/usr/bin/osc',
      '/none/node_modules/x/bin/y',
      undefined,
    ])
      assert.equal(linkedAs(script, '/usr/lib/node_modules/@osc-cli/core'), undefined, script)
  })
})
