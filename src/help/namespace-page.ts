import {versionSegment} from '#cloud/discovery'
import {serviceType} from '#cloud/service-types'
import {type Context, isForAll} from '#context/context'
import {offerOf} from '#context/offers'
import {notOffered, provenance} from '#help/availability'
import type {PluginHelp} from '#help/declare'
import type {CommandFacts} from '#help/facts'
import {firstLine} from '#help/first-line'
import {verbSections} from '#help/noun-page'
import {absence, isAbsent, visible} from '#help/owned-commands'
import {type Page, told} from '#help/page'
import type {View} from '#help/view'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

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

/** Nouns of a plugin of which no command has its service here, where others have; each with the reason. */
function awayNouns(plugin: IndexedPlugin, index: PluginIndex, view: View): Map<string, string> {
  if (plugin.kind === 'core' || notOffered(plugin.services, view.context)) return new Map()
  const commands = visible(plugin, index).map((command) => ({noun: nounOf(command.id), command, plugin}))
  const here = new Set(commands.filter((owned) => !isAbsent(view)(owned)).map(({noun}) => noun))
  return new Map(
    commands.flatMap((owned) => (here.has(owned.noun) ? [] : [[owned.noun, absence(owned, view) ?? ''] as const])),
  )
}

/** A command of one word is its own noun. */
const nounOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf(' '))) || id

/** A noun with its verbs; a command of one word, or of no noun, with what it does. */
function nounEntries(commands: readonly CommandFacts[], away: ReadonlyMap<string, string>): [string, string][] {
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
      const mark = away.has(noun) ? `. Not here: ${away.get(noun)}.` : ''
      return [noun, (list.length > 0 ? list.sort().join(', ') : (summaries.get(noun) ?? '')) + mark]
    })
}

function endpoints(plugin: IndexedPlugin, {context, program}: View): string[] {
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
  return lines.length > 0 ? [...lines, firstLine(context, program)] : []
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
