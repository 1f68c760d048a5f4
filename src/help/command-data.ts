import type {Needs} from '#help/declare'
import type {ArgFacts, CommandFacts, FlagFacts} from '#help/facts'
import {optionGroups} from '#help/option-groups'
import type {IndexedPlugin} from '#plugins/types'

/** What a page of a command is made from, for programs: part of it as JSON. What is not declared is left out. */
export interface CommandData {
  id: string
  summary: string | undefined
  description: string | undefined
  /** Other names of the command. */
  aliases: readonly string[]
  args: readonly Pick<ArgFacts, 'name' | 'description' | 'required' | 'multiple' | 'options' | 'default'>[]
  options: readonly OptionData[]
  examples: CommandFacts['examples']
  /** Roles one of which is usually needed; empty: whoever has a token. */
  roles: readonly string[] | undefined
  needs: Needs
  /** Requests that it makes. */
  calls: readonly string[] | undefined
  seeAlso: readonly string[]
  plugin: {name: string; version: string; services: readonly string[]}
}

type OptionData = Omit<FlagFacts, 'hidden' | 'helpGroup' | 'summary'> & {group: string; needs: Needs | undefined}

export function commandData(
  command: CommandFacts,
  needs: Needs,
  {name, version, services}: IndexedPlugin,
): CommandData {
  const visible = Object.values(command.flags).filter((flag) => !flag.hidden)
  return {
    id: command.id,
    summary: command.summary,
    description: command.description,
    aliases: (command.aliases ?? []).map((alias) => alias.replaceAll(':', ' ')),
    args: Object.values(command.args).map((arg) => ({
      name: arg.name,
      ...kept(arg, ['description', 'required', 'multiple', 'options', 'default']),
    })),
    options: optionGroups(visible).flatMap(({title, flags}) =>
      flags.map((flag) => ({
        name: flag.name,
        type: flag.type,
        group: title,
        ...kept(flag, OPTION),
        needs: command.needs?.[flag.name],
      })),
    ),
    examples: command.examples,
    roles: command.roles,
    needs,
    calls: command.calls,
    seeAlso: command.seeAlso ?? [],
    plugin: {name, version, services},
  }
}

const OPTION = [
  'char',
  'aliases',
  'description',
  'default',
  'options',
  'helpValue',
  'required',
  'multiple',
  'allowNo',
  'env',
] as const

/** Those of the keys that are there: a manifest has more than help is about. */
function kept<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  const found: Partial<Pick<T, K>> = {}
  for (const key of keys) if (from[key] !== undefined) found[key] = from[key]
  return found
}
