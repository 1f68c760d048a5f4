import {offerOf} from '#context/offers'
import {notOffered} from '#help/availability'
import {firstLine} from '#help/first-line'
import {filled, type Page, pageLines} from '#help/page'
import type {View} from '#help/view'
import {visibleIn} from '#plugins/names'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** One screen. */
const MOST_LINES = 50
const MOST_GROUPS = 25
const FEWEST_GROUPS = 3

/**
 * The first page: where one is, how a line is made up, what there is, a line a plugin, and what there could be (`known`).
 * In lines of `width` columns it keeps to one screen; of no width in particular (Infinity) it lists everything.
 */
export function rootPage(index: PluginIndex, known: readonly IndexedPlugin[], view: View, width: number): Page {
  const groups = groupsOf(index, width)
  if (width === Number.POSITIVE_INFINITY) return pageOf(groups, index, known, view, width)
  for (let most = MOST_GROUPS; ; most -= 1) {
    const page = pageOf(groups, index, known, view, most)
    if (most === FEWEST_GROUPS || pageLines(page, width).length <= MOST_LINES) return page
  }
}

function pageOf(
  groups: readonly Group[],
  index: PluginIndex,
  known: readonly IndexedPlugin[],
  view: View,
  most: number,
): Page {
  const {program, context} = view
  const absent = (plugin: IndexedPlugin) =>
    view.all || plugin.kind === 'core' ? undefined : notOffered(plugin.services, context)
  const byReason = Map.groupBy(groups, ({plugin}) => absent(plugin) ?? '')
  const entries = (reason: string, limit: number) => {
    const all = (byReason.get(reason) ?? []).map(({entry}) => entry)
    const more = `and ${all.length - limit} more: ${program} module list`
    return all.length <= limit ? all : [...all.slice(0, limit), ['...', more] as const]
  }
  const left = Math.max(FEWEST_GROUPS, most - (byReason.get('')?.length ?? 0))
  return {
    title: '',
    summary: 'The OpenStack command line.',
    intro: [firstLine(context, view.program)],
    sections: filled([
      {title: 'USAGE', text: [`${program} [global options] <noun> <verb> [arguments]`]},
      {title: 'GETTING STARTED', entries: firstSteps(index, view)},
      {title: 'COMMANDS', entries: entries('', most)},
      {title: 'AVAILABLE IN THIS CLOUD, NOT INSTALLED', entries: missing(known, view).slice(0, most)},
      {title: 'HELP', entries: further(program)},
      // One section for each reason: services may be in different regions.
      ...[...byReason.keys()]
        .filter((reason) => reason !== '')
        .map((reason) => ({title: `NOT AVAILABLE: ${reason}`, entries: entries(reason, left)})),
      {title: 'PLUGINS THAT COULD NOT BE READ', lines: broken(index, program)},
    ]),
  }
}

/** What this cloud offers and a plugin that osc knows would serve. */
function missing(known: readonly IndexedPlugin[], {program, context}: View): Group['entry'][] {
  const offered = known.filter(({services}) => services.some((service) => offerOf(service, context)?.here))
  // Plugins of one service come before those that combine several.
  return offered
    .toSorted((a, b) => a.services.length - b.services.length)
    .map(({name, displayName}) => [displayName, `${program} plugins install ${name}`])
}

interface Group {
  plugin: IndexedPlugin
  entry: readonly [string, string]
}

function groupsOf(index: PluginIndex, width: number): Group[] {
  const core = index.plugins.findIndex(({kind}) => kind === 'core')
  // Commands of oclif's own plugins are the core's to whoever looks for them.
  const groupOf = (place: number) => (index.plugins[place]?.name.startsWith('@oclif/') ? core : place)
  const visible = Object.keys(index.commands).filter(visibleIn(index))
  const byGroup = Map.groupBy(visible, (id) => groupOf(index.commands[id] ?? -1))
  const groups = index.plugins.flatMap((plugin, place) => {
    const nouns = nounsOf(byGroup.get(place) ?? [], plugin)
    if (nouns.length === 0) return []
    const name = plugin.namespaces[0] ?? nouns[0] ?? plugin.name
    return [{plugin, name, text: `${plugin.displayName}: ${nouns.join(', ')}`}]
  })
  const longest = Math.max(0, ...groups.map(({name}) => name.length))
  const room = width - Math.min(longest, Math.floor(width / 3)) - 4
  return groups.map(({plugin, name, text}) => ({plugin, entry: [name, cut(text, room)]}))
}

/** Nouns that the plugin names come first, then those with the most commands; `stack event` is within `stack`. */
function nounsOf(ids: readonly string[], {nouns: first = []}: IndexedPlugin): string[] {
  const all = new Set(ids.map((id) => id.slice(0, Math.max(id.lastIndexOf(' '), 0)) || id))
  const beginnings = ids.flatMap((id) => [...beginningsOf(id), id])
  const counts = new Map<string, number>()
  for (const words of beginnings) counts.set(words, (counts.get(words) ?? 0) + 1)
  const count = (noun: string) => counts.get(noun) ?? 0
  const outer = [...all].filter((noun) => !beginningsOf(noun).some((words) => all.has(words)))
  const named = first.filter((noun) => count(noun) > 0)
  const others = outer
    .filter((noun) => !named.includes(noun))
    .map((noun) => ({noun, commands: count(noun)}))
    .sort((a, b) => b.commands - a.commands || (a.noun < b.noun ? -1 : 1))
    .map(({noun}) => noun)
  return [...named, ...others]
}

/** `stack` and `stack event` of `stack event list`. */
function beginningsOf(id: string): string[] {
  const found: string[] = []
  for (let end = id.indexOf(' '); end > 0; end = id.indexOf(' ', end + 1)) found.push(id.slice(0, end))
  return found
}

/** A line a group: what does not fit is on the group's own page. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(', ', most - 5))}, ...`

/** What to type first: it depends on which clouds and plugins there are. */
function firstSteps({commands, plugins}: PluginIndex, {program, context}: View): [string, string][] {
  const {config, access} = context
  const hasPlugins = plugins.some(({kind, foreign}) => kind !== 'core' && !foreign)
  const isDescribed = config?.name !== undefined || config?.auth.auth_url !== undefined
  const choices = config?.choices ?? []
  const steps: (readonly [boolean, string, string])[] = [
    [!hasPlugins, 'plugins install @osc-cli/all', 'install the plugins for all services'],
    [!isDescribed && choices.length > 0, 'cloud use NAME', 'choose the cloud to use by default'],
    [!isDescribed && choices.length === 0, 'cloud add NAME', 'add your cloud to clouds.yaml'],
    [!isDescribed && Object.hasOwn(commands, 'sandbox start'), 'sandbox start', 'or try osc on a local cloud'],
    [isDescribed && !access, 'doctor', 'check the configuration and the login'],
    [isDescribed, 'whoami', 'your user, project and roles'],
    [true, 'help start', 'first steps, one page'],
  ]
  return steps.filter(([fits]) => fits).map(([, words, meaning]) => [`${program} ${words}`, meaning])
}

const further = (program: string): [string, string][] => [
  [`${program} help <group>`, 'a service: its nouns and a typical session'],
  [`${program} help <noun>`, 'the verbs of a noun'],
  [`${program} help <command>`, 'options, examples, roles and requests'],
  [`${program} help options`, 'global options and their current values'],
  [`${program} help topics`, 'clouds, auth, output, errors, scripting, ...'],
  [`${program} search <words>`, 'find commands, options and topics'],
]

const broken = (index: PluginIndex, program: string): string[] =>
  index.broken.length === 0
    ? []
    : [
        ...index.broken.slice(0, 5).map(({name, reason}) => `${name}: ${reason.split('\n', 1)[0]}`),
        `See ${program} plugins doctor.`,
      ]
