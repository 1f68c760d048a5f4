import {NO_CONTEXT} from '#context/context'
import {commandPage} from '#help/command-page'
import {factsOf} from '#help/facts'
import {namespacePage} from '#help/namespace-page'
import {mergedNounHelp} from '#help/noun-help'
import {nounPage} from '#help/noun-page'
import type {Page, Section} from '#help/page'
import {pluginHelp} from '#help/plugin-help'
import type {View} from '#help/view'
import {visibleIn} from '#plugins/names'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** The page that `osc help WORDS` shows, for readers of any cloud. */
export interface ReferencePage {
  words: string
  kind: 'command' | 'plugin' | 'noun'
  /** The package that it is of. */
  plugin: string
  page: Page
}

/** A page for every command of an index, every noun and every plugin. What `osc help` would show of two things is one page. */
export async function referencePages(index: PluginIndex, program: string): Promise<ReferencePage[]> {
  const view: View = {program, env: {}, context: NO_CONTEXT, all: true}
  const pages = new Map<string, ReferencePage>()
  const add = (page: ReferencePage) => pages.has(page.words) || pages.set(page.words, page)
  const helps = await Promise.all(index.plugins.map(pluginHelp))
  for (const [place, plugin] of index.plugins.entries()) {
    for (const [id, command] of visibleCommands(plugin, place, index))
      add({words: id, kind: 'command', plugin: plugin.name, page: commandPage(command, plugin, view)})
  }
  for (const [place, plugin] of index.plugins.entries()) {
    const [words] = plugin.namespaces
    if (words === undefined) continue
    add({words, kind: 'plugin', plugin: plugin.name, page: namespacePage(plugin, index, helps[place], view)})
  }
  for (const [place, plugin] of index.plugins.entries()) {
    for (const words of nounsOf(visibleCommands(plugin, place, index).keys())) {
      const page = nounPage(words.split(' '), index, mergedNounHelp(words, helps), view)
      add({words, kind: 'noun', plugin: plugin.name, page})
    }
  }
  return [...pages.values()].sort((a, b) => (a.words < b.words ? -1 : 1))
}

function visibleCommands(plugin: IndexedPlugin, place: number, index: PluginIndex) {
  const isVisible = visibleIn(index)
  return new Map([...factsOf(plugin)].filter(([id]) => index.commands[id] === place && isVisible(id)))
}

/** Everything that is before a verb: `stack`, `stack event`. */
function nounsOf(ids: Iterable<string>): Set<string> {
  const nouns = [...ids].flatMap((id) => {
    const words = id.split(' ')
    return words.slice(1).map((_, at) => words.slice(0, at + 1).join(' '))
  })
  return new Set(nouns)
}

/** What there is: plugin by plugin its commands. */
export function contentsPage(index: PluginIndex, pages: readonly ReferencePage[]): Page {
  const sections = index.plugins.map((plugin): Section => {
    const own = pages.filter((page) => page.plugin === plugin.name && page.kind !== 'noun')
    const entries = own.map(({words, page}): [string, string] => [words, page.intro[0] ?? ''])
    return {title: `${plugin.displayName} (${plugin.name} ${plugin.version})`, pages: true, entries}
  })
  return {
    title: '',
    summary: 'The command reference.',
    intro: [],
    sections: sections.filter(({entries}) => entries?.length),
  }
}
