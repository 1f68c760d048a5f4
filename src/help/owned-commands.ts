import {lacks, lacksRole, needsNote, notOffered} from '#help/availability'
import {needsOf, servicesOf} from '#help/declare'
import {type CommandFacts, factsOf} from '#help/facts'
import type {View} from '#help/view'
import {visibleIn} from '#plugins/names'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'
import {sentences} from '#text/sentences'

/** A command with the plugin that has it. */
export interface Owned {
  command: CommandFacts
  plugin: IndexedPlugin
}

/** The commands of a noun, by name. */
export const commandsOf = (noun: string, index: PluginIndex): Owned[] =>
  ownersOf(noun, index)
    .flatMap((plugin) => visible(plugin, index).map((command) => ({command, plugin})))
    .filter(({command}) => command.id.startsWith(`${noun} `))
    .sort((a, b) => (a.command.id < b.command.id ? -1 : 1))

/** Why the service of a command is not there. */
export const absence = ({command, plugin}: Owned, {context}: View): string | undefined =>
  plugin.kind === 'core' ? undefined : notOffered(servicesOf(command, plugin), context)

export const isAbsent =
  (view: View) =>
  (owned: Owned): boolean =>
    absence(owned, view) !== undefined

/** Commands with a mark where this cloud or one's roles stand in the way; `mixed`: not all of the page's are absent. */
export function entryOf(owned: Owned, view: View, mixed: boolean): [string, string] {
  const {command, plugin} = owned
  const {context} = view
  const [service = ''] = servicesOf(command, plugin)
  const needs = needsOf(command)
  const lacking = lacks(needs, service, context) ? needsNote(needs, service, context) : undefined
  const reason = (mixed ? absence(owned, view) : undefined) ?? lacking
  const role = lacksRole(command.roles, context) ? `(requires role ${command.roles?.join(' or ')})` : undefined
  const mark = reason === undefined ? undefined : `Not available: ${reason}.`
  return [command.id, sentences(command.summary, role, mark)]
}

/** The plugins that have commands of a noun: the manifests of the others need not be read. */
export function ownersOf(noun: string, {commands, plugins}: PluginIndex): IndexedPlugin[] {
  const own = Object.entries(commands).filter(([id]) => id.startsWith(`${noun} `))
  return [...new Set(own.map(([, place]) => place))].sort((a, b) => a - b).flatMap((place) => plugins[place] ?? [])
}

/** The commands of a plugin that help lists. */
export function visible(plugin: IndexedPlugin, index: PluginIndex): CommandFacts[] {
  const isVisible = visibleIn(index)
  return [...factsOf(plugin).values()].filter(({id}) => isVisible(id))
}
