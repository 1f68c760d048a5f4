import {type Context, rolesOf} from '#context/context'
import {lacks, lacksRole, needsNote, notOffered, provenance, rolesNote} from '#help/availability'
import {commandData} from '#help/command-data'
import {type Needs, needsOf, servicesOf} from '#help/declare'
import type {ArgFacts, CommandFacts, FlagFacts} from '#help/facts'
import {fillIn} from '#help/fill-in'
import {defaultNote, inForceNote} from '#help/in-force'
import {optionGroups} from '#help/option-groups'
import {filled, type Page, type Section} from '#help/page'
import type {View} from '#help/view'
import {OUTPUT_GROUP} from '#output/format-names'
import type {IndexedPlugin} from '#plugins/types'
import {sentences} from '#text/sentences'

/** A command's page: what it does, its usage and options, what it needs from this cloud and the user's roles, and its plugin. */
export function commandPage(declared: CommandFacts, plugin: IndexedPlugin, view: View): Page {
  const {program, context} = view
  const command = plugin.foreign ? fillIn(declared, program) : declared
  const [service = ''] = servicesOf(command, plugin)
  const flags = Object.values(command.flags).filter((flag) => !flag.hidden)
  const entries = (some: readonly FlagFacts[]) =>
    some.map((flag) => flagEntry(flag, flags, command.needs?.[flag.name], service, view))
  return {
    title: command.id,
    command: commandData(command, needsOf(command), plugin),
    intro: [
      command.summary ?? '',
      ...(command.description ? ['', command.description] : []),
      ...marks(command, plugin, view),
    ],
    sections: filled([
      {title: 'USAGE', text: [usage(command, flags, program)]},
      {title: 'ARGUMENTS', entries: Object.values(command.args).map(argEntry)},
      ...optionGroups(flags).map((group): Section => ({title: group.title, entries: entries(group.flags)})),
      {title: 'GLOBAL OPTIONS', pages: true, lines: [`${program} help options`]},
      {title: 'ROLES', text: command.roles ? [rolesNote(command.roles, context)] : []},
      {title: 'OTHER NAMES', lines: (command.aliases ?? []).map((alias) => `${program} ${alias.replaceAll(':', ' ')}`)},
      {title: 'EXAMPLES', lines: examples(command, program)},
      {title: 'SEE ALSO', pages: true, lines: (command.seeAlso ?? []).map((id) => `${program} ${id}`)},
      {title: 'REQUESTS', lines: command.calls ?? []},
      {title: 'MORE', text: [`${plugin.name} ${plugin.version}`]},
    ]),
  }
}

/** Summary, usage, and a line an option. */
export function shortPage(declared: CommandFacts, plugin: IndexedPlugin, view: View): Page {
  const command = plugin.foreign ? fillIn(declared, view.program) : declared
  const flags = Object.values(command.flags).filter((flag) => !flag.hidden)
  const own = flags
    .filter((flag) => flag.helpGroup !== OUTPUT_GROUP)
    .sort((a, b) => Number(b.required ?? 0) - Number(a.required ?? 0))
  const [service = ''] = servicesOf(command, plugin)
  const brief = own.map((flag): [string, string] => {
    const needs = command.needs?.[flag.name]
    const missing = needs && lacks(needs, service, view.context) && needsNote(needs, service, view.context)
    return [flagTerm(flag), missing ? `Not available: ${missing}.` : firstSentence(flag.description ?? '')]
  })
  return {
    title: command.id,
    intro: [command.summary ?? '', ...marks(command, plugin, view)],
    sections: filled([
      {title: 'USAGE', text: [usage(command, flags, view.program)]},
      {title: 'OPTIONS', brief: true, entries: brief},
      {title: 'MORE', lines: [`${view.program} ${command.id} --help`]},
    ]),
  }
}

/** Why the command does not work in this cloud, as far as that is known. */
function marks(command: CommandFacts, plugin: IndexedPlugin, {context}: View): string[] {
  const services = servicesOf(command, plugin)
  const [service = ''] = services
  const needs = needsOf(command)
  const absent = plugin.kind === 'core' ? undefined : notOffered(services, context)
  const needed = needsNote(needs, service, context)
  const notes = [
    ...(plugin.unfit ? [`Cannot run: the plugin ${plugin.unfit.reason}. ${plugin.unfit.fix}`] : []),
    ...(absent ? [`The service is ${absent}.`] : []),
    ...(needed ? [lacks(needs, service, context) ? `Not available: ${needed}.` : `This command ${needed}.`] : []),
    ...roleMark(command.roles, context),
  ]
  return notes.length > 0 ? ['', ...notes] : []
}

function roleMark(roles: readonly string[] | undefined, context: Context): string[] {
  if (!context.access || !lacksRole(roles, context)) return []
  const own = rolesOf(context)?.join(', ') || 'none'
  return [`Usually required: role ${roles?.join(' or ')}. Your roles: ${own} (${provenance(context.access, context)}).`]
}

function usage(command: CommandFacts, flags: readonly FlagFacts[], program: string): string {
  const required = flags.filter((flag) => flag.required).map((flag) => `--${flag.name} ${valueName(flag)}`)
  const optional = flags.length > required.length ? ['[options]'] : []
  return [program, command.id, ...required, ...optional, ...Object.values(command.args).map(argUsage)].join(' ')
}

function argUsage(arg: ArgFacts): string {
  const name = `<${arg.name}>${arg.multiple ? '...' : ''}`
  return arg.required ? name : `[${name}]`
}

const argEntry = (arg: ArgFacts): [string, string] => [
  argUsage(arg),
  sentences(arg.description, ...(arg.options ? [`One of ${arg.options.join(', ')}.`] : []), ...defaultNote(arg)),
]

function flagEntry(
  flag: FlagFacts,
  all: readonly FlagFacts[],
  needs: Needs | undefined,
  service: string,
  {context, env, line = []}: View,
): [string, string] {
  const needed = needs && needsNote(needs, service, context)
  return [
    flagTerm(flag),
    sentences(
      flag.description,
      ...(flag.helpValue && flag.options ? [`One of ${flag.options.join(', ')}.`] : []),
      ...(flag.multiple && !flag.description?.includes('repeatable') ? ['Repeatable.'] : []),
      ...inForceNote(flag, all, {line, env}),
      ...(flag.env === undefined ? [] : [`[${flag.env}]`]),
      ...(needed ? [lacks(needs, service, context) ? `Not available: ${needed}.` : `(${needed})`] : []),
    ),
  ]
}

function flagTerm(flag: FlagFacts): string {
  const names = [
    ...(flag.char ? [`-${flag.char}`] : []),
    `--${flag.allowNo ? '[no-]' : ''}${flag.name}`,
    ...(flag.aliases ?? []).map((alias) => `--${alias}`),
  ]
  return `${names.join(', ')}${flag.type === 'boolean' ? '' : ` ${valueName(flag)}`}`
}

const valueName = (flag: FlagFacts) =>
  flag.helpValue ?? (flag.options ? flag.options.join('|') : flag.name.toUpperCase())

const firstSentence = (text: string): string => /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text

function examples(command: CommandFacts, program: string): string[] {
  return (command.examples ?? []).flatMap((example) => {
    if (typeof example === 'string') return [`$ ${called(example, program)}`]
    return [`${example.description}:`, `  $ ${called(example.command, program)}`]
  })
}

/** Examples are written for `osc`; through a link named `openstack` they say that. */
export const called = (line: string, program: string) => line.replace(/^osc /, `${program} `)
