import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Place} from '../../support/place.ts'

const command = (id: string, summary: string, more: object) => ({
  [id]: {id, summary, args: {}, flags: {}, aliases: [], examples: [], ...more},
})

const flag = (name: string, description: string) => ({[name]: {name, type: 'option', description}})

const manifest = {
  version: '9.9.9',
  commands: {
    ...command('server:create', 'Create a server', {
      args: {name: {name: 'name', description: 'Name of the new server', required: true}},
      flags: {
        ...flag('host', 'Host to run the server on'),
        ...flag('flavor', 'Flavor of the server'),
        wait: {name: 'wait', type: 'boolean', description: 'Wait until the server is active'},
        format: {name: 'format', type: 'option', char: 'f', description: 'Output format', helpGroup: 'OUTPUT'},
        ...flag('project-domain', 'Domain of the project (name or ID)'),
      },
      aliases: ['server:boot'],
      needs: {host: {microversion: '2.74'}},
      roles: ['member'],
      calls: ['POST /v2.1/servers'],
      seeAlso: ['server show'],
      examples: [{command: 'osc server create --flavor small web', description: 'Create a small server'}],
    }),
    ...command('server:show', 'Show a server', {roles: ['reader'], calls: ['GET /v2.1/servers/{id}']}),
    ...command('server:migrate', 'Migrate a server to another host', {roles: ['admin'], microversion: '2.56'}),
    ...command('server:trunk:list', 'List the trunks of a server', {roles: ['reader'], requires: 'trunk'}),
  },
}

const HELP = `export default {
  about: 'Nova manages servers: the virtual machines of a project.',
  session: [{command: 'osc server create --flavor small web', description: 'Create a small server'}],
  related: ['heat'],
  nouns: {server: {about: 'A virtual machine.', states: [
    {state: 'ACTIVE', about: 'Running.', verbs: ['migrate', 'show']},
    {state: 'BUILD', verbs: []},
  ]}},
}
`

const CREATE = `import {Args, Flags, OscCommand} from '@osc-cli/core'
export default class ServerCreate extends OscCommand {
  static args = {name: Args.string({required: true})}
  static flags = {host: Flags.string(), flavor: Flags.string()}
  static needs = {host: {microversion: '2.74'}}
  async run() {
    const {args} = await this.parse(ServerCreate)
    await this.print('created ' + args.name)
  }
}
`

/** Links a plugin whose commands need roles, microversions and extensions; `help` is the module that its pages come from. */
export function linkPlugin(place: Place, help = HELP): void {
  const root = join(place.root, 'servers')
  mkdirSync(join(root, 'dist/commands/server'), {recursive: true})
  const osc = {help: './dist/help.js', namespaces: ['servers'], services: ['compute'], displayName: 'Servers'}
  const oclif = {commands: './dist/commands', topicSeparator: ' '}
  const pjson = {name: 'osc-plugin-servers', version: '9.9.9', type: 'module', oclif, osc}
  writeFileSync(join(root, 'package.json'), JSON.stringify(pjson))
  writeFileSync(join(root, 'oclif.manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(root, 'dist/help.js'), help)
  writeFileSync(join(root, 'dist/commands/server/create.js'), CREATE)
  const plugins = [{type: 'link', name: 'osc-plugin-servers', root}]
  writeFileSync(join(place.data, 'package.json'), JSON.stringify({oclif: {plugins}}))
}
