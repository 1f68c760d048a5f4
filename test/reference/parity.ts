// `npm run parity`: how many commands, options and arguments of the reference clients are there, by client and API.
//   npm run parity -- --only compute       rows whose name contains this
//   npm run parity -- --missing compute    what is missing in them, a line each
import {parseArgs} from 'node:util'
import {type DeclaredCommand, providers} from '../contract/manifests.ts'
import {type ReferenceCommand, referenceCommands} from './read.ts'

const {values: given} = parseArgs({options: {only: {type: 'string'}, missing: {type: 'string'}}})

interface Row {
  commands: Count
  options: Count
  positionals: Count
  missing: string[]
}

interface Count {
  have: number
  all: number
}

const ours = new Map(providers().flatMap(({commands}) => [...commands]))
const wanted = given.only ?? given.missing ?? ''
const rows = [...Map.groupBy(referenceCommands(), rowName)]
  .filter(([name]) => name.includes(wanted))
  .map(([name, commands]): [string, Row] => [name, rowOf(commands)])

if (given.missing !== undefined) for (const [, {missing}] of rows) for (const line of missing) console.log(line)
else printTable()

/** The many commands of openstack itself are told apart by their API. */
function rowName({client, api}: ReferenceCommand): string {
  return client === 'python-openstackclient' ? `${client} ${api.replace('openstack.', '')}` : client
}

function rowOf(commands: readonly ReferenceCommand[]): Row {
  const missing: string[] = []
  const count = {commands: 0, options: 0, positionals: 0}
  for (const command of commands) {
    const mine = ours.get(command.name)
    if (!mine) {
      missing.push(command.name)
      continue
    }
    const names = flagNames(mine)
    const absent = visible(command.options).filter(({flags}) => !flags.every((flag) => names.has(flag)))
    missing.push(...absent.map(({flags}) => `${command.name} ${flags.join('|')}`))
    count.commands += 1
    count.options += visible(command.options).length - absent.length
    count.positionals += Math.min(Object.keys(mine.args).length, command.positionals.length)
  }
  return {
    commands: {have: count.commands, all: commands.length},
    options: {have: count.options, all: commands.flatMap(({options}) => visible(options)).length},
    positionals: {have: count.positionals, all: commands.flatMap(({positionals}) => positionals).length},
    missing,
  }
}

function visible<T extends {hidden?: true}>(options: readonly T[]): T[] {
  return options.filter(({hidden}) => !hidden)
}

function flagNames({flags}: DeclaredCommand): Set<string> {
  const all = Object.entries(flags).flatMap(([name, flag]) => [
    ...[name, ...(flag.aliases ?? [])].flatMap((long) => [`--${long}`, ...(flag.allowNo ? [`--no-${long}`] : [])]),
    ...[flag.char, ...(flag.charAliases ?? [])].map((short) => `-${short}`),
  ])
  return new Set(all)
}

function printTable(): void {
  const total = (key: 'commands' | 'options' | 'positionals'): Count => ({
    have: rows.reduce((sum, [, row]) => sum + row[key].have, 0),
    all: rows.reduce((sum, [, row]) => sum + row[key].all, 0),
  })
  const sums: Row = {
    commands: total('commands'),
    options: total('options'),
    positionals: total('positionals'),
    missing: [],
  }
  console.log(line('', 'commands', 'options', 'arguments'))
  for (const [name, {commands, options, positionals}] of [...rows, ['total', sums] as const])
    console.log(line(name, ...[commands, options, positionals].map(share)))
}

function line(name: string, ...cells: string[]): string {
  return [name.padEnd(46), ...cells.map((cell) => cell.padStart(18))].join('')
}

function share({have, all}: Count): string {
  return `${have}/${all} ${all === 0 ? 100 : Math.floor((100 * have) / all)}%`
}
