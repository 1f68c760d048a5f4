import {type CommandFacts, factsOf} from '#help/facts'
import {definitions, section, wrap} from '#help/layout'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** The first page: how a line is made up, and what there is, a line a plugin. */
export function rootPage(index: PluginIndex, program: string, width: number): string[] {
  const visible = Object.entries(index.commands).filter(([id]) => !index.hidden.includes(id))
  const groups = index.plugins.flatMap((plugin, place): [string, string][] => {
    const nouns = nounsOf(visible.filter(([, owner]) => owner === place).map(([id]) => id))
    if (nouns.length === 0) return []
    const name = plugin.kind === 'core' ? 'core' : (plugin.namespaces[0] ?? plugin.name)
    return [[name, nouns.join(', ')]]
  })
  return [
    'The OpenStack command line.',
    ...section('USAGE', [`  ${program} [global options] <noun> <verb> [arguments]`]),
    ...section('COMMANDS', definitions(groups, width)),
    ...section('HELP', [
      `  ${program} help <noun>           the verbs of a noun`,
      `  ${program} help <noun> <verb>    a command`,
      `  ${program} help options          global options and their environment variables`,
      `  ${program} help exit-codes       what the exit status says`,
    ]),
    ...brokenLines(index),
  ]
}

/** All commands below a noun or of a plugin, with their summaries. */
export function nounPage(words: readonly string[], index: PluginIndex, program: string, width: number): string[] {
  const owner =
    words.length === 1 ? index.plugins.find((plugin) => plugin.namespaces.includes(words[0] ?? '')) : undefined
  const prefix = `${words.join(' ')} `
  const commands = index.plugins
    .flatMap((plugin) =>
      owner ? (plugin === owner ? all(plugin) : []) : all(plugin).filter(({id}) => id.startsWith(prefix)),
    )
    .filter(({id}) => !index.hidden.includes(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const entries = commands.map(({id, summary}): [string, string] => [id, summary ?? ''])
  const title = owner ? `${owner.displayName}: ${owner.name} ${owner.version}` : `Commands of ${words.join(' ')}.`
  return [
    ...wrap(title, width),
    ...section('COMMANDS', definitions(entries, width)),
    ...section('MORE', [`  A command's own page: ${program} help <command>`]),
  ]
}

const all = (plugin: IndexedPlugin): CommandFacts[] => [...factsOf(plugin).values()]

function nounsOf(ids: readonly string[]): string[] {
  const nouns = ids.map((id) => id.split(' ').slice(0, -1).join(' ') || id)
  return [...new Set(nouns)].sort()
}

const brokenLines = (index: PluginIndex) =>
  section(
    'PLUGINS THAT COULD NOT BE READ',
    index.broken.map(({name, reason}) => `  ${name}: ${reason}`),
  )
