import assert from 'node:assert/strict'
import {lintPlugin} from '#authoring/lint'
import {discover} from '#plugins/discover'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'
import {repository} from '../../support/program.ts'

const formatter = {module: './dist/format.js', summary: 'A format.'}

/** A core with one plugin installed, that knows the plugins of this repository and has none of them. */
describe('osc plugins lint on names that are taken', () => {
  let place: PluginPlace

  beforeEach(() => {
    place = makePluginPlace()
    place.plugin('core', '@osc-cli/core', {osc: undefined, version: '0.1.0', commands: {help: {}}})
    place.plugin('data/node_modules/there', 'there', {
      osc: {namespaces: ['there'], formatters: {toml: formatter}},
      commands: {'thing:list': {}, 'thing:show': {aliases: ['thing:get']}},
    })
    place.note('there')
  })
  afterEach(() => place.remove())

  const found = async () => {
    const {index} = discover({coreRoot: place.at('core'), root: place.at('core'), dataDir: place.at('data')})
    const all = await lintPlugin(place.at('mine'), {index, coreRoot: repository})
    return all.filter(({rule}) => rule === 'conflicts').map(({where, message}) => [where, message])
  }

  const TAKEN: Record<string, [object, [string, string][]]> = {
    'a command, also by its alias': [
      {commands: {'thing:list': {}, 'thing:get': {}, 'thing:set': {}}},
      [
        ['thing list', 'there already has a command with this name.'],
        ['thing get', 'there already has a command with this name.'],
      ],
    ],
    'a command of a plugin that is not installed': [
      {commands: {'stack:list': {}}},
      [['stack list', '@osc-cli/plugin-heat already has a command with this name.']],
    ],
    'namespaces, also of a plugin that is not installed': [
      {osc: {namespaces: ['there', 'heat', 'mine']}},
      [
        ['there', 'there already has a namespace with this name.'],
        ['heat', '@osc-cli/plugin-heat already has a namespace with this name.'],
      ],
    ],
    'output formats, also of the core': [
      {osc: {formatters: {toml: formatter, yaml: formatter, ndjson: formatter}}},
      [
        ['toml', 'there already has an output format with this name.'],
        ['yaml', '@osc-cli/core already has an output format with this name.'],
      ],
    ],
    nothing: [{osc: {namespaces: ['mine']}, commands: {'mine:go': {}}}, []],
  }
  for (const [what, [plugin, expected]] of Object.entries(TAKEN)) {
    it(`finds ${what}`, async () => {
      place.plugin('mine', 'mine', plugin)
      assert.deepEqual(await found(), expected)
    })
  }

  it('does not take a plugin for its own rival, installed or known', async () => {
    place.plugin('mine', 'there', {
      osc: {namespaces: ['there'], formatters: {toml: formatter}},
      commands: {'thing:list': {}},
    })
    assert.deepEqual(await found(), [])
    place.plugin('mine', '@osc-cli/plugin-heat', {osc: {namespaces: ['heat']}, commands: {'stack:list': {}}})
    assert.deepEqual(await found(), [])
  })
})
