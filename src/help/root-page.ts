import {offerOf} from '#context/offers'
import {notOffered} from '#help/availability'
import {firstLine} from '#help/first-line'
import {type Page, told} from '#help/page'
import type {View} from '#help/view'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** What fits on one screen beside the other parts of the page. */
const MOST_GROUPS = 25

/** The first page: where one is, how a line is made up, what there is, a line a plugin, and what there could be (`known`). */
export function rootPage(index: PluginIndex, known: readonly IndexedPlugin[], view: View, width: number): Page {
  const {program, context} = view
  const groups = groupsOf(index, width)
  const absent = (plugin: IndexedPlugin) =>
    view.all || plugin.kind === 'core' ? undefined : notOffered(plugin.services, context)
  const here = groups.filter(({plugin}) => absent(plugin) === undefined)
  const away = groups.filter(({plugin}) => absent(plugin) !== undefined)
  const reason = away.map(({plugin}) => absent(plugin)).find((text) => text !== undefined) ?? ''
  return {
    title: '',
    summary: 'The OpenStack command line.',
    intro: [firstLine(context)],
    sections: told([
      {title: 'USAGE', lines: [`${program} [global options] <noun> <verb> [arguments]`]},
      {
        title: 'COMMANDS',
        entries: capped(
          here.map(({entry}) => entry),
          program,
        ),
      },
      {title: 'OFFERED HERE, NOT INSTALLED', entries: missing(known, view)},
      {title: 'HELP', lines: further(program)},
      {
        title: `NOT HERE: ${reason}`,
        entries: capped(
          away.map(({entry}) => entry),
          program,
        ),
      },
      {title: 'PLUGINS THAT COULD NOT BE READ', lines: broken(index, program)},
    ]),
  }
}

/** What this cloud offers and a plugin that osc knows would serve. */
function missing(known: readonly IndexedPlugin[], {program, context}: View): Group['entry'][] {
  const offered = known.filter(({services}) => services.some((service) => offerOf(service, context)?.here))
  return offered.map(({name, displayName}) => [displayName, `${program} plugins install ${name}`])
}

interface Group {
  plugin: IndexedPlugin
  entry: readonly [string, string]
}

function groupsOf(index: PluginIndex, width: number): Group[] {
  const visible = Object.entries(index.commands).filter(([id]) => !index.hidden.includes(id))
  const groups = index.plugins.flatMap((plugin, place) => {
    const nouns = nounsOf(visible.filter(([, owner]) => owner === place).map(([id]) => id))
    if (nouns.length === 0) return []
    const name = plugin.kind === 'core' ? 'core' : (plugin.namespaces[0] ?? nouns[0] ?? plugin.name)
    const about = plugin.kind === 'core' ? 'osc itself' : plugin.displayName
    return [{plugin, name, text: `${about}: ${nouns.join(', ')}`}]
  })
  const longest = Math.max(0, ...groups.map(({name}) => name.length))
  const room = width - Math.min(longest, Math.floor(width / 3)) - 4
  return groups.map(({plugin, name, text}) => ({plugin, entry: [name, cut(text, room)]}))
}

function nounsOf(ids: readonly string[]): string[] {
  const nouns = ids.map((id) => id.split(' ').slice(0, -1).join(' ') || id)
  return [...new Set(nouns)].sort()
}

/** A line a group: what does not fit is on the group's own page. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(', ', most - 5))}, ...`

function capped(entries: readonly Group['entry'][], program: string): readonly Group['entry'][] {
  if (entries.length <= MOST_GROUPS) return entries
  const more = `and ${entries.length - MOST_GROUPS} more: ${program} module list`
  return [...entries.slice(0, MOST_GROUPS), ['...', more]]
}

const further = (program: string): string[] => [
  `${program} help <group>          what a service is for, a typical session`,
  `${program} help <noun>           the verbs of a noun, the states of a resource`,
  `${program} help <noun> <verb>    a command`,
  `${program} help options          global options, their variables, values in force`,
  `${program} help topics           auth, clouds, output, microversions, plugins, ...`,
]

const broken = (index: PluginIndex, program: string): string[] =>
  index.broken.length === 0
    ? []
    : [
        ...index.broken.slice(0, 5).map(({name, reason}) => `${name}: ${reason.split('\n', 1)[0]}`),
        `See ${program} plugins doctor.`,
      ]
