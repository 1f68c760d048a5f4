import {execFileSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Place} from '../../../support/place.ts'
import {type FixturePlugin, makePluginPlace} from '../../../support/plugin-fixture.ts'
import {type Case, LAB} from '../case.ts'
import {cloudRoutes} from '../cloud.ts'

/** A plugin `racks` with a command `rack list`, linked. */
const linked =
  (module: string, more: FixturePlugin = {}) =>
  ({root}: Place) => {
    const place = makePluginPlace(root)
    place.plugin('racks', 'racks', {commands: {'rack:list': module}, ...more})
    place.note({name: 'racks', root: join(root, 'racks')})
  }

const THROWS = `import {OscCommand} from '@osc-cli/core'
export default class extends OscCommand {
  async run() {
    throw new TypeError('rack is undefined')
  }
}
`

const RACKS = ['rack', 'list']

/** What goes wrong on this side: the line, plugins, files, the sandbox. */
export const TOOL: readonly Case[] = [
  {name: 'no such command', argv: ['regoin', 'list']},
  {name: 'argument that is missing', argv: [...LAB, 'region', 'show']},
  {name: 'option that is none', argv: [...LAB, 'region', 'list', '--parnet', 'North']},
  {name: 'template that is not there', argv: [...LAB, 'stack', 'create', '-t', 'web.yaml', 'web'], routes: cloudRoutes()},
  {name: 'fault in a command', argv: RACKS, prepare: linked(THROWS)},
  {name: 'command that does not load', argv: RACKS, prepare: linked('export default {')},
  {name: 'plugin for another osc', argv: RACKS, prepare: linked('', {osc: {namespaces: ['racks'], core: '^99.0.0'}})},
  {
    name: 'command that the cloud is too old for',
    argv: [...LAB, ...RACKS],
    json: 'variable',
    routes: {
      ...cloudRoutes(),
      '/nova': {body: {versions: [{id: 'v2.1', status: 'CURRENT', version: '2.60', min_version: '2.1'}]}},
    },
    before: [[...LAB, 'context', 'refresh']],
    prepare: linked(
      `import {OscCommand} from '@osc-cli/core'
       export default class RackList extends OscCommand {
         static microversion = '2.74'
         async run() { await this.parse(RackList) }
       }`,
      {osc: {namespaces: ['racks'], services: ['compute']}},
    ),
  },
  {
    name: 'folder for plugins that cannot be made',
    argv: ['plugins', 'install', 'osc-plugin-none'],
    env: {OSC_DATA_DIR: 'PLACE/work/file/data', OSC_RECORD: '0'},
    json: 'variable',
    prepare: ({work}) => writeFileSync(join(work, 'file'), ''),
  },
  {name: 'search for what no help has', argv: ['search', 'xyzzy'], json: 'variable'},
  {name: 'package that is no plugin', argv: ['plugins', 'install', './plain.tgz'], prepare: plainPackage, json: 'variable'},
  {
    name: 'registry that has no such package',
    argv: ['plugins', 'install', 'osc-plugin-none'],
    routes: {'/osc-plugin-none': {status: 404, body: {error: 'Not found'}}},
    env: {OSC_NPM_REGISTRY: 'URL'},
    json: 'variable',
  },
  {name: 'plugin that does not pass the linter', argv: ['plugins', 'lint'], prepare: folderOfPlugin, prints: true},
  {name: 'doctor that finds something', argv: ['doctor'], json: ['--json'], prints: true},
  {name: 'sandbox that does not run', argv: ['--os-cloud', 'sandbox-demo', 'region', 'list']},
  {name: 'sandbox that does not run, and no clouds.yaml', argv: ['--os-cloud', 'sandbox', 'stack', 'list'], cloudsYaml: ''},
  {name: 'sandbox at a port that is taken', argv: ['sandbox', 'start', '--port', 'PORT'], json: 'variable'},
  {name: 'sandbox with a state that is none', argv: ['sandbox', 'start', '--state', 'clouds.yaml'], json: 'variable'},
  {
    name: 'sandbox with the state of another',
    argv: ['sandbox', 'start', '--state', 'PLACE/data/sandbox/state.sqlite'],
    env: {OSC_DATA_DIR: 'PLACE/other'},
    json: 'variable',
    before: [['sandbox', 'start']],
    after: [['sandbox', 'stop']],
  },
]

function plainPackage({work}: Place): void {
  makePluginPlace(work).write('package/package.json', {name: 'plain', version: '1.0.0'})
  execFileSync('tar', ['-czf', 'plain.tgz', 'package'], {cwd: work})
}

function folderOfPlugin({work}: Place): void {
  makePluginPlace(work).plugin('.', 'racks', {commands: {'rack:list': THROWS}})
  writeFileSync(join(work, 'README.md'), '')
}
