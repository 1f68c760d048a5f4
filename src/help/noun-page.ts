import {versionSegment} from '#cloud/discovery'
import {serviceType} from '#cloud/service-types'
import {type Context, isForAll} from '#context/context'
import {offerOf} from '#context/offers'
import {lacks, lacksRole, notOffered, provenance} from '#help/availability'
import {type NounHelp, needsOf, type PluginHelp, servicesOf} from '#help/declare'
import {type CommandFacts, factsOf} from '#help/facts'
import {firstLine} from '#help/first-line'
import {type Page, type Section, told} from '#help/page'
import type {View} from '#help/view'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** A noun: its verbs, what is known of its states, and which verbs go with each. */
export function nounPage(words: readonly string[], index: PluginIndex, help: PluginHelp | undefined, view: View): Page {
  const noun = words.join(' ')
  const commands = commandsOf(noun, index)
  const [absent] = commands.every(isAbsent(view)) ? commands.map((one) => absence(one, view)) : []
  return {
    title: noun,
    intro: [help?.nouns?.[noun]?.about ?? `Commands of ${noun}.`, ...(absent ? ['', `The service is ${absent}.`] : [])],
    sections: told([
      ...verbSections(noun, index, help, view),
      {
        title: 'MORE',
        text: [
          `A command's own page: ${view.program} help <command>`,
          ...(view.context.access ? [`Context: ${firstLine(view.context)}`] : []),
        ],
      },
    ]),
  }
}

function verbSections(noun: string, index: PluginIndex, help: PluginHelp | undefined, view: View): Section[] {
  const commands = commandsOf(noun, index)
  const mixed = !commands.every(isAbsent(view))
  return [
    {title: 'COMMANDS', pages: true, entries: commands.map((one) => entryOf(one, view, mixed))},
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
      {
        title: 'NOUNS AND THEIR VERBS',
        pages: true,
        entries: nounEntries(visible(plugin, index), awayNouns(plugin, index, view)),
      },
      {title: 'A TYPICAL SESSION', lines: session},
      {title: 'RELATED', pages: true, lines: (help?.related ?? []).map((name) => `${program} help ${name}`)},
      {title: 'IN THIS CLOUD', text: endpoints(plugin, view)},
      {title: 'MORE', lines: [`A command's own page: ${program} help <command>`, `${plugin.name} ${plugin.version}`]},
    ]),
  }
}

interface Owned {
  command: CommandFacts
  plugin: IndexedPlugin
}

const commandsOf = (noun: string, index: PluginIndex): Owned[] =>
  ownersOf(noun, index)
    .flatMap((plugin) => visible(plugin, index).map((command) => ({command, plugin})))
    .filter(({command}) => command.id.startsWith(`${noun} `))
    .sort((a, b) => (a.command.id < b.command.id ? -1 : 1))

/** Why the service of a command is not there. */
const absence = ({command, plugin}: Owned, {context}: View): string | undefined =>
  plugin.kind === 'core' ? undefined : notOffered(servicesOf(command, plugin), context)

const isAbsent =
  (view: View) =>
  (owned: Owned): boolean =>
    absence(owned, view) !== undefined

/** Commands with a mark where this cloud or one's roles stand in the way; `mixed`: not all of the page's are absent. */
function entryOf(owned: Owned, view: View, mixed: boolean): [string, string] {
  const {command, plugin} = owned
  const {context} = view
  const [service = ''] = servicesOf(command, plugin)
  const unable = lacks(needsOf(command), service, context) || (mixed && isAbsent(view)(owned))
  const marks = [
    ...(lacksRole(command.roles, context) ? [`(needs ${command.roles?.join(' or ')})`] : []),
    ...(unable ? ['(not in this cloud)'] : []),
  ]
  return [command.id, [command.summary ?? '', ...marks].join(' ')]
}

/** Nouns of a plugin of which no command has its service here, where others have. */
function awayNouns(plugin: IndexedPlugin, index: PluginIndex, view: View): Set<string> {
  if (plugin.kind === 'core' || notOffered(plugin.services, view.context)) return new Set()
  const commands = visible(plugin, index).map((command) => ({noun: nounOf(command.id), command, plugin}))
  const here = new Set(commands.filter((owned) => !isAbsent(view)(owned)).map(({noun}) => noun))
  return new Set(commands.map(({noun}) => noun).filter((noun) => !here.has(noun)))
}

/** A command of one word is its own noun. */
const nounOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf(' '))) || id

/** A noun with its verbs; a command of one word, or of no noun, with what it does. */
function nounEntries(commands: readonly CommandFacts[], away: ReadonlySet<string>): [string, string][] {
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
    .map(([noun, list]) => {
      const mark = away.has(noun) ? ' (not in this cloud)' : ''
      return [noun, (list.length > 0 ? list.sort().join(', ') : (summaries.get(noun) ?? '')) + mark]
    })
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
