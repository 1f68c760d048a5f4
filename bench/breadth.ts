import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {writeSearchIndex} from '../src/authoring/search-index.ts'
import {providers} from '../test/contract/manifests.ts'
import {type ReferenceCommand, type ReferenceOption, referenceCommands} from '../test/reference/read.ts'
import {makePluginPlace} from '../test/support/plugin-fixture.ts'
import {repository} from '../test/support/program.ts'

type Flag = Record<string, unknown>

interface Command {
  flags: Record<string, Flag>
  args: Record<string, Record<string, unknown>>
  [key: string]: unknown
}

/** A plugin for each client and API that osc does not provide yet: the commands of the reference client, by plugin. */
export function missingPlugins(): Map<string, Record<string, Command>> {
  const provided = new Set(providers().flatMap(({commands}) => [...commands.keys()]))
  const left = referenceCommands().filter(({name}) => !provided.has(name))
  const output = outputFlags()
  const manifests = [...Map.groupBy(left, pluginName)].map(([plugin, commands]): [string, Record<string, Command>] => [
    plugin,
    Object.fromEntries(commands.map((command) => [command.name.replaceAll(' ', ':'), declared(command, output)])),
  ])
  return new Map(manifests)
}

/** Adds these plugins to a place. */
export async function addBreadth(root: string): Promise<{plugins: number; commands: number}> {
  const fixture = makePluginPlace(root)
  const missing = missingPlugins()
  for (const [name, commands] of missing) {
    const folder = `data/node_modules/${name}`
    fixture.plugin(folder, name, {commands})
    await writeSearchIndex(fixture.at(folder))
  }
  fixture.note(...missing.keys())
  const commands = [...missing.values()].reduce((sum, each) => sum + Object.keys(each).length, 0)
  return {plugins: missing.size, commands}
}

const pluginName = ({client, api}: ReferenceCommand): string =>
  client === 'python-openstackclient'
    ? api.replace('openstack.', '').replaceAll('.', '-')
    : client.replace('python-', '')

/** What a list and a record take besides their own options, from a real manifest. */
function outputFlags(): Record<string, Record<string, Flag>> {
  const {commands} = JSON.parse(readFileSync(join(repository, 'plugins/identity/oclif.manifest.json'), 'utf8')) as {
    commands: Record<string, {flags: Record<string, Flag>}>
  }
  const of = (id: string) =>
    Object.fromEntries(Object.entries(commands[id]?.flags ?? {}).filter(([, {helpGroup}]) => helpGroup === 'OUTPUT'))
  return {lister: of('region:list'), showone: of('region:show'), command: {}}
}

/** A manifest entry; texts are as long as real ones. */
function declared(command: ReferenceCommand, output: Record<string, Record<string, Flag>>): Command {
  const args = command.positionals.map(({name, required = false, nargs}) => [
    name,
    {name, required, multiple: nargs === '*' || nargs === '+', description: `The ${name} to work on (name or ID).`},
  ])
  const flags = command.options.map((option) => flagOf(option, command.options))
  return {
    summary: `${command.name.replace(/^./, (first) => first.toUpperCase())}, as the reference client does.`,
    examples: [{command: `osc ${command.name}`, description: 'The usual case'}],
    roles: ['member'],
    calls: [`GET /v1/${command.name.split(' ')[0]}s`],
    args: Object.fromEntries(args),
    flags: {...output[command.kind], ...Object.fromEntries(flags)},
  }
}

function flagOf(option: ReferenceOption, others: readonly ReferenceOption[]): [string, Flag] {
  const name = nameOf(option)
  const {takesValue, repeatable = false, required = false, choices, mutuallyExclusiveGroup: group} = option
  const char = option.flags.find((flag) => /^-[^-]$/.test(flag))?.slice(1)
  const exclusive = others.filter((other) => group && other !== option && other.mutuallyExclusiveGroup === group)
  return [
    name,
    {
      name,
      type: takesValue ? 'option' : 'boolean',
      description: `What --${name} is good for, in a sentence as long as most.`,
      ...(char && {char}),
      ...(exclusive.length > 0 && {exclusive: exclusive.map(nameOf)}),
      ...(takesValue && {multiple: repeatable, helpValue: 'VALUE', required}),
      ...(choices && {options: choices.map(String)}),
    },
  ]
}

const nameOf = ({flags}: ReferenceOption): string =>
  (flags.find((flag) => flag.startsWith('--')) ?? flags[0] ?? '').replace(/^-+/, '')
