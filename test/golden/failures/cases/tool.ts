import {execFileSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
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
  {name: 'unknown command', argv: ['regoin', 'list']},
  {name: 'missing argument', argv: [...LAB, 'region', 'show']},
  {name: 'unknown option', argv: [...LAB, 'region', 'list', '--parnet', 'North']},
  {name: 'missing template file', argv: [...LAB, 'stack', 'create', '-t', 'web.yaml', 'web'], routes: cloudRoutes()},
  {name: 'fault in a command', argv: RACKS, prepare: linked(THROWS)},
  {name: 'command that does not load', argv: RACKS, prepare: linked('export default {')},
  {name: 'plugin for another osc', argv: RACKS, prepare: linked('', {osc: {namespaces: ['racks'], core: '^99.0.0'}})},
  {
    name: 'command that needs a newer cloud',
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
    name: 'plugin folder that cannot be created',
    argv: ['plugins', 'install', 'osc-plugin-none'],
    env: {OSC_DATA_DIR: 'PLACE/work/file/data', OSC_RECORD: '0'},
    json: 'variable',
    prepare: ({work}) => writeFileSync(join(work, 'file'), ''),
  },
  {name: 'folder that exists', argv: ['plugins', 'create', 'racks'], prepare: folderInTheWay, json: 'variable'},
  {name: 'search without results', argv: ['search', 'xyzzy'], json: 'variable'},
  {name: 'package that is not a plugin', argv: ['plugins', 'install', './plain.tgz'], prepare: plainPackage, json: 'variable'},
  {
    name: 'package that is not in the registry',
    argv: ['plugins', 'install', 'osc-plugin-none'],
    routes: {'/osc-plugin-none': {status: 404, body: {error: 'Not found'}}},
    env: {OSC_NPM_REGISTRY: 'URL'},
    json: 'variable',
  },
  {name: 'plugin that does not pass the linter', argv: ['plugins', 'lint'], prepare: folderOfPlugin, prints: true},
  {name: 'doctor that finds problems', argv: ['doctor'], json: ['--json'], prints: true},
  {name: 'sandbox that is not running', argv: ['--os-cloud', 'sandbox-demo', 'region', 'list']},
  {name: 'sandbox that is not running, without clouds.yaml', argv: ['--os-cloud', 'sandbox', 'stack', 'list'], cloudsYaml: ''},
  {name: 'sandbox on a port in use', argv: ['sandbox', 'start', '--port', 'PORT'], json: 'variable'},
  {name: 'sandbox with a file that is not a sandbox state', argv: ['sandbox', 'start', '--state', 'clouds.yaml'], json: 'variable'},
  {
    name: 'sandbox with the state of another sandbox',
    argv: ['sandbox', 'start', '--state', 'PLACE/data/sandbox/state.sqlite'],
    env: {OSC_DATA_DIR: 'PLACE/other'},
    json: 'variable',
    before: [['sandbox', 'start']],
    after: [['sandbox', 'stop']],
  },
]

function folderInTheWay({work}: Place): void {
  mkdirSync(join(work, 'osc-plugin-racks/src'), {recursive: true})
}

function plainPackage({work}: Place): void {
  makePluginPlace(work).write('package/package.json', {name: 'plain', version: '1.0.0'})
  execFileSync('tar', ['-czf', 'plain.tgz', 'package'], {cwd: work})
}

function folderOfPlugin({work}: Place): void {
  makePluginPlace(work).plugin('.', 'racks', {commands: {'rack:list': THROWS}})
  writeFileSync(join(work, 'README.md'), '')
}
