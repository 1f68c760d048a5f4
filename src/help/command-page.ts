import type {ArgFacts, CommandFacts, FlagFacts} from '#help/facts'
import {definitions, section, wrap} from '#help/layout'
import type {IndexedPlugin} from '#plugins/types'

/** A command's page: summary, usage, arguments, options in groups, examples, where it comes from. */
export function commandPage(command: CommandFacts, plugin: IndexedPlugin, program: string, width: number): string[] {
  const flags = Object.values(command.flags).filter((flag) => !flag.hidden)
  const own = flags.filter((flag) => flag.helpGroup === undefined)
  const groups = [...new Set(flags.map((flag) => flag.helpGroup))].filter((group) => group !== undefined)
  return [
    ...wrap(command.summary ?? '', width),
    ...(command.description ? ['', ...wrap(command.description, width)] : []),
    ...section('USAGE', usage(command, own, program, width)),
    ...section('ARGUMENTS', definitions(Object.values(command.args).map(argEntry), width)),
    ...section('OPTIONS', definitions(byNeed(own).map(flagEntry), width)),
    ...groups.flatMap((group) =>
      section(`${group} OPTIONS`, definitions(flags.filter((flag) => flag.helpGroup === group).map(flagEntry), width)),
    ),
    ...section('EXAMPLES', examples(command, program)),
    ...section('MORE', [`  Global options: ${program} help options`, `  ${plugin.name} ${plugin.version}`]),
  ]
}

const byNeed = (flags: readonly FlagFacts[]) =>
  [...flags].sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false))

function usage(command: CommandFacts, own: readonly FlagFacts[], program: string, width: number): string[] {
  const required = own.filter((flag) => flag.required).map((flag) => `--${flag.name} ${valueName(flag)}`)
  const optional = own.length > required.length ? ['[options]'] : []
  const line = [program, command.id, ...required, ...optional, ...Object.values(command.args).map(argUsage)].join(' ')
  return wrap(line, width - 6).map((text, i) => (i === 0 ? `  ${text}` : `      ${text}`))
}

function argUsage(arg: ArgFacts): string {
  const name = `<${arg.name}>${arg.multiple ? '...' : ''}`
  return arg.required ? name : `[${name}]`
}

const argEntry = (arg: ArgFacts): [string, string] => [argUsage(arg), meaning(arg)]

function flagEntry(flag: FlagFacts): [string, string] {
  const names = [
    ...(flag.char ? [`-${flag.char}`] : []),
    `--${flag.allowNo ? '[no-]' : ''}${flag.name}`,
    ...(flag.aliases ?? []).map((alias) => `--${alias}`),
  ]
  const value = flag.type === 'boolean' ? '' : ` ${valueName(flag)}`
  return [`${names.join(', ')}${value}`, meaning(flag)]
}

const valueName = (flag: FlagFacts) =>
  flag.helpValue ?? (flag.options ? flag.options.join('|') : flag.name.toUpperCase())

function meaning(described: FlagFacts | ArgFacts): string {
  const notes = [
    ...('helpValue' in described && described.options ? [`One of ${described.options.join(', ')}.`] : []),
    ...('type' in described && described.required ? ['Required.'] : []),
    ...('type' in described && described.multiple ? ['May be repeated.'] : []),
    ...defaultNote(described.default),
  ]
  return [described.description ?? '', ...notes].join(' ').trim()
}

function defaultNote(value: unknown): string[] {
  const plain = typeof value === 'string' || typeof value === 'number'
  return plain && value !== '' ? [`Default: ${value}.`] : []
}

function examples(command: CommandFacts, program: string): string[] {
  return (command.examples ?? []).flatMap((example) => {
    if (typeof example === 'string') return [`  $ ${called(example, program)}`]
    return [`  ${example.description}:`, `    $ ${called(example.command, program)}`]
  })
}

/** Examples are written for `osc`; through a link named `openstack` they say that. */
const called = (line: string, program: string) => line.replace(/^osc /, `${program} `)
