import {versionSegment} from '#cloud/discovery'
import {serviceType} from '#cloud/service-types'
import {type Context, isForAll} from '#context/context'
import {offerOf} from '#context/offers'
import {lacks, lacksRole, notOffered, provenance} from '#help/availability'
import {type NounHelp, needsOf, type PluginHelp} from '#help/declare'
import {type CommandFacts, factsOf} from '#help/facts'
import {firstLine} from '#help/first-line'
import {type Page, type Section, told} from '#help/page'
import type {View} from '#help/view'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** A noun: its verbs, what is known of its states, and which verbs go with each. */
export function nounPage(words: readonly string[], index: PluginIndex, help: PluginHelp | undefined, view: View): Page {
  const noun = words.join(' ')
  const [plugin] = ownersOf(noun, index)
  const absent = plugin && plugin.kind !== 'core' ? notOffered(plugin.services, view.context) : undefined
  return {
    title: noun,
    intro: [help?.nouns?.[noun]?.about ?? `Commands of ${noun}.`, ...(absent ? ['', `The service is ${absent}.`] : [])],
    sections: told([
      ...verbSections(noun, index, help, view),
      {title: 'MORE', lines: [`A command's own page: ${view.program} help <command>`]},
    ]),
  }
}

function verbSections(noun: string, index: PluginIndex, help: PluginHelp | undefined, view: View): Section[] {
  const commands = ownersOf(noun, index)
    .flatMap((plugin) => visible(plugin, index).map((command) => ({command, plugin})))
    .filter(({command}) => command.id.startsWith(`${noun} `))
    .sort((a, b) => (a.command.id < b.command.id ? -1 : 1))
  return [
    {title: 'COMMANDS', pages: true, entries: commands.map(({command, plugin}) => entryOf(command, plugin, view))},
    {title: 'STATES, AND THE VERBS VALID IN EACH', entries: stateEntries(help?.nouns?.[noun])},
    {title: 'RECENTLY SEEN', text: recent(noun, view)},
  ]
}

/** The plugins that have commands of a noun: the manifests of the others need not be read. */
function ownersOf(noun: string, {commands, plugins}: PluginIndex): IndexedPlugin[] {
  const own = Object.entries(commands).filter(([id]) => id.startsWith(`${noun} `))
  return [...new Set(own.map(([, place]) => place))].sort((a, b) => a - b).flatMap((place) => plugins[place] ?? [])
}

/** A plugin: what its service is for, its nouns, a session to type, and where the service is in this cloud. */
export function namespacePage(
  plugin: IndexedPlugin,
  index: PluginIndex,
  help: PluginHelp | undefined,
  view: View,
): Page {
  const {program, context} = view
  const absent = plugin.kind === 'core' ? undefined : notOffered(plugin.services, context)
  const session = (help?.session ?? []).flatMap(({command, description}) => [
    `# ${description}`,
    `$ ${command.replace(/^osc /, `${program} `)}`,
  ])
  return {
    title: plugin.namespaces[0] ?? plugin.name,
    intro: [plugin.displayName, ...(help ? [help.about] : []), ...(absent ? ['', `It is ${absent}.`] : [])],
    sections: told([
      // Where a namespace is a noun as well, whoever names it may want that.
      ...plugin.namespaces.flatMap((space) => verbSections(space, index, help, view)),
      {title: 'NOUNS AND THEIR VERBS', pages: true, entries: nounEntries(visible(plugin, index))},
      {title: 'A TYPICAL SESSION', lines: session},
      {title: 'RELATED', pages: true, lines: (help?.related ?? []).map((name) => `${program} help ${name}`)},
      {title: 'IN THIS CLOUD', text: endpoints(plugin, view)},
      {title: 'MORE', lines: [`A command's own page: ${program} help <command>`, `${plugin.name} ${plugin.version}`]},
    ]),
  }
}

/** Commands with a mark where this cloud or one's roles stand in the way. */
function entryOf(command: CommandFacts, plugin: IndexedPlugin, {context}: View): [string, string] {
  const needs = needsOf(command)
  const marks = [
    ...(lacksRole(command.roles, context) ? [`(needs ${command.roles?.join(' or ')})`] : []),
    ...(lacks(needs, plugin.services[0] ?? '', context) ? ['(not in this cloud)'] : []),
  ]
  return [command.id, [command.summary ?? '', ...marks].join(' ')]
}

/** A noun with its verbs; a command of one word, or of no noun, with what it does. */
function nounEntries(commands: readonly CommandFacts[]): [string, string][] {
  const verbs = new Map<string, string[]>()
  const summaries = new Map<string, string>()
  for (const {id, summary = ''} of commands) {
    const words = id.split(' ')
    const verb = words.length > 1 ? words.pop() : undefined
    const noun = words.join(' ')
    verbs.set(noun, [...(verbs.get(noun) ?? []), ...(verb === undefined ? [] : [verb])])
    if (verb === undefined) summaries.set(noun, summary)
  }
  return [...verbs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([noun, list]) => [noun, list.length > 0 ? list.sort().join(', ') : (summaries.get(noun) ?? '')])
}

const stateEntries = (noun: NounHelp | undefined): [string, string][] =>
  (noun?.states ?? []).map(({state, about, verbs}) => {
    const valid = verbs.length > 0 ? `Valid: ${verbs.join(', ')}.` : 'Wait: nothing is valid now.'
    return [state, about ? `${about} ${valid}` : valid]
  })

function recent(noun: string, {context}: View): string[] {
  const known = context.names[noun]
  if (!known || known.value.length === 0) return []
  const names = known.value.slice(0, 8).map(({name, status}) => (status ? `${name} (${status})` : name))
  const more = known.value.length > names.length ? `, and ${known.value.length - names.length} more` : ''
  return [`${names.join(', ')}${more} (${provenance(known, context)})`]
}

function endpoints(plugin: IndexedPlugin, {context}: View): string[] {
  if (isForAll(context)) return []
  const {access} = context
  const lines = plugin.services.flatMap((service) => {
    const offer = offerOf(service, context)
    if (!offer) return [`${service}: unknown before the first log-in.`]
    const source = access ? ` (${provenance({...access, source: 'catalog'}, context)})` : ''
    return offer.here
      ? [`${service}: ${offer.url}${source}`, ...versionLines(service, offer.url, context)]
      : [`${service}: none${source}`]
  })
  return lines.length > 0 ? [...lines, firstLine(context)] : []
}

/** The version of a service's API as its version document has it, or else the one that its address names. */
function versionLines(service: string, url: string | undefined, context: Context): string[] {
  const {type} = serviceType(service)
  const version = context.versions?.[type]
  const named = versionSegment(url)
  const range = context.microversions[type]
  return [
    ...(version
      ? [`API ${version.value} (${provenance(version, context)}).`]
      : named
        ? [`API ${named}, by its address.`]
        : []),
    ...(range
      ? [`Microversions ${range.value.lowest} to ${range.value.highest} (${provenance(range, context)}).`]
      : []),
  ]
}

const visible = (plugin: IndexedPlugin, index: PluginIndex): CommandFacts[] =>
  [...factsOf(plugin).values()].filter(({id}) => !index.hidden.includes(id))
