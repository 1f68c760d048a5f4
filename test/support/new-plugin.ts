import assert from 'node:assert/strict'
import {readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asObject, decodeJson} from '#json'
import type {BoundOsc} from './per-test.ts'
import {makePluginPlace} from './plugin-fixture.ts'
import {repository} from './program.ts'

/** What an invented service adds to the tables of the core. */
const DATA = {
  quotas: [
    {
      service: 'inventory',
      member: 'quota',
      path: '/quotas/{project}',
      defaults: '/defaults',
      usage: '/usage',
      names: {rack_count: 'racks', unit_count: 'units'},
    },
  ],
  cleanup: [
    {
      name: 'inventory.rack',
      service: 'inventory',
      type: 'Rack',
      path: '/racks',
      key: 'racks',
      waits: true,
      status: 'state',
    },
  ],
  oldClients: {rackctl: {nouns: {rack: 'rack'}, others: {rename: 'rack set'}, options: {'--label': '--name'}}},
  synonyms: {shelf: ['rack']},
  meanings: {cupboard: ['rack']},
  errorCodes: [{code: 'RackFull', status: 5, meaning: 'The rack does not have a free unit.'}],
}

const SERVICE_TYPES = {
  inventory: {
    aliases: ['stock'],
    path: 'v1',
    microversions: {name: 'inventory', header: 'x-openstack-stock-api-version'},
  },
}

/** Creates a plugin for an invented service as an author would, builds it and links it. Returns its folder. */
export async function makeNewPlugin(osc: BoundOsc): Promise<string> {
  const folder = join(osc.place.work, 'osc-plugin-inventory')
  const ended = async (argv: readonly string[], cwd?: string) => {
    const {status, stdout, stderr} = await osc(argv, {cwd})
    assert.equal(status, 0, `osc ${argv.join(' ')}\n${stdout}${stderr}`)
  }
  await ended(['plugins', 'create', 'inventory', '--noun', 'rack'])
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  const file = join(folder, 'package.json')
  const {osc: section, ...pjson} = asObject(decodeJson(readFileSync(file, 'utf8')))
  const all = {...asObject(section), data: './data.json', serviceTypes: SERVICE_TYPES}
  writeFileSync(
    file,
    JSON.stringify({...pjson, files: ['data.json', 'dist', 'oclif.manifest.json'], osc: all}, null, 2),
  )
  writeFileSync(join(folder, 'data.json'), JSON.stringify(DATA, null, 2))
  await ended(['plugins', 'build'], folder)
  makePluginPlace(osc.place.root).note({name: 'osc-plugin-inventory', root: folder})
  return folder
}
