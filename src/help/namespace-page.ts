import {versionSegment} from '#cloud/discovery'
import {serviceType} from '#cloud/service-types'
import {type Context, isForAll} from '#context/context'
import {offerOf} from '#context/offers'
import {notOffered, provenance} from '#help/availability'
import type {PluginHelp} from '#help/declare'
import {firstLine} from '#help/first-line'
import {commandsSection, stateSections} from '#help/noun-page'
import {nounEntries, nounsOf} from '#help/nouns-and-verbs'
import {absence, isAbsent, visible} from '#help/owned-commands'
import {filled, type Page, type Section} from '#help/page'
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
    intro: [plugin.displayName, ...(help ? [help.about] : []), ...(absent ? ['', `This service is ${absent}.`] : [])],
    sections: filled([
      listOf(plugin, index, view),
      // Where a namespace is a noun as well, whoever names it may want that.
      ...plugin.namespaces.flatMap((space) => stateSections(space, help?.nouns?.[space], view)),
      {title: 'A TYPICAL SESSION', lines: session},
      {title: 'RELATED', pages: true, lines: (help?.related ?? []).map((name) => `${program} help ${name}`)},
      {title: 'IN THIS CLOUD', text: endpoints(plugin, view)},
      {title: 'MORE', lines: [`${program} help <command>`, `${plugin.name} ${plugin.version}`]},
    ]),
  }
}

/** All that a plugin has: nouns with their verbs, or commands with what they do where its namespace is the only noun. */
function listOf(plugin: IndexedPlugin, index: PluginIndex, view: View): Section {
  const commands = visible(plugin, index)
  const only = plugin.namespaces.find((space) => commands.every(({id}) => id.startsWith(`${space} `)))
  if (only !== undefined) return commandsSection(only, index, view)
  return {
    title: 'NOUNS AND VERBS',
    pages: true,
    wide: true,
    ...nounEntries(commands, awayNouns(plugin, index, view)),
  }
}

/** Nouns of a plugin of which no command has its service here, where others have; each with the reason. */
function awayNouns(plugin: IndexedPlugin, index: PluginIndex, view: View): Map<string, string> {
  if (plugin.kind === 'core' || notOffered(plugin.services, view.context)) return new Map()
  const commands = visible(plugin, index)
  const parts = nounsOf(commands.map(({id}) => id))
  const owned = commands.map((command) => ({noun: parts(command.id)[0], command, plugin}))
  const here = new Set(owned.filter((one) => !isAbsent(view)(one)).map(({noun}) => noun))
  return new Map(owned.flatMap((one) => (here.has(one.noun) ? [] : [[one.noun, absence(one, view) ?? ''] as const])))
}

function endpoints(plugin: IndexedPlugin, {context, program}: View): string[] {
  if (isForAll(context)) return []
  const {access} = context
  const lines = plugin.services.flatMap((service) => {
    const offer = offerOf(service, context)
    if (!offer) return [`${service}: unknown until the first login.`]
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
        ? [`API ${named} (from its URL in the catalog).`]
        : []),
    ...(range
      ? [`Microversions ${range.value.lowest} to ${range.value.highest} (${provenance(range, context)}).`]
      : []),
  ]
}
