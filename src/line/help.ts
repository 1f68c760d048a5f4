import type {Context} from '#context/context'
import {readContext} from '#context/read'
import {NotFoundError} from '#errors'
import {commandPage, shortPage} from '#help/command-page'
import {commandFacts} from '#help/facts'
import type {Format} from '#help/formats'
import {helpWidth} from '#help/layout'
import type {Page} from '#help/page'
import {printPage, type Reader} from '#help/print'
import type {View} from '#help/view'
import {knownIndex} from '#plugins/known'
import type {PluginIndex} from '#plugins/types'

/** What help needs of the process and the line: where it goes, and which cloud is meant. */
export interface HelpRuntime extends Reader {
  coreRoot: string
  cwd: string
  cacheDir: string
  options: Readonly<Record<string, string | boolean>>
}

export interface HelpChoice {
  format?: Format | undefined
  /** The short form of a command's page: -h. */
  short?: boolean
  all?: boolean
  /** The line without the command: what it gives is in force. */
  line?: readonly string[]
}

/** The page of a command. Nothing is sent: what it says of the cloud comes from the cache. */
export async function showHelp(
  id: string,
  runtime: HelpRuntime,
  index: PluginIndex,
  choice: HelpChoice = {},
): Promise<number> {
  const facts = commandFacts(id, index)
  if (!facts) throw new NotFoundError(`Command '${id}' has no help: its plugin's manifest does not list it.`)
  const make = choice.short ? shortPage : commandPage
  return await printPage(make(facts.command, facts.plugin, await viewOf(runtime, choice)), runtime, choice.format)
}

/** Help on nothing, a topic, a noun or a namespace. */
export async function showTopic(
  words: readonly string[],
  runtime: HelpRuntime,
  index: PluginIndex,
  choice: HelpChoice = {},
): Promise<number> {
  const view = await viewOf(runtime, choice)
  return await printPage(await topic(words, runtime, index, view, choice.format), runtime, choice.format)
}

async function topic(
  words: readonly string[],
  runtime: HelpRuntime,
  index: PluginIndex,
  view: View,
  format: Format | undefined,
): Promise<Page> {
  const [word] = words
  if (word === undefined) {
    const {rootPage} = await import('#help/root-page')
    // A program wants all of it, on however many lines.
    const width = format ? Number.POSITIVE_INFINITY : helpWidth(runtime.stdout.width)
    return rootPage(index, knownIndex(runtime.coreRoot, index).plugins, view, width)
  }
  const known = words.length === 1 ? await fixedTopic(word, index, view) : undefined
  if (known) return known
  const named = index.plugins.find(({namespaces}) => namespaces.includes(word))
  // `network` is a noun of the plugin that is called `neutron` too.
  const service = isNoun(words, index) ? named?.namespaces.find((space) => !isNoun([space], index)) : undefined
  if (named && words.length === 1 && service === undefined) {
    const [{pluginHelp}, {namespacePage}] = await Promise.all([
      import('#help/plugin-help'),
      import('#help/namespace-page'),
    ])
    return namespacePage(named, index, await pluginHelp(named), view)
  }
  const width = format ? Number.POSITIVE_INFINITY : helpWidth(runtime.stdout.width)
  // `heat stack` is the page of `stack`.
  const page = await nounTopic(named && !isNoun(words, index) ? words.slice(1) : words, index, view, width)
  if (service === undefined || !named) return page
  const more = `${view.program} help ${service}`
  return {
    ...page,
    sections: [...page.sections, {title: `ALL OF ${named.displayName.toUpperCase()}`, pages: true, lines: [more]}],
  }
}

const isNoun = (words: readonly string[], {commands}: PluginIndex): boolean =>
  Object.keys(commands).some((id) => id.startsWith(`${words.join(' ')} `))

/** The page of a noun, or of its states: `stack`, `stack states`. */
async function nounTopic(words: readonly string[], index: PluginIndex, view: View, width: number): Promise<Page> {
  const [{pluginHelp}, {mergedNounHelp}, {nounPage, statesPage}, {ownersOf}] = await Promise.all([
    import('#help/plugin-help'),
    import('#help/noun-help'),
    import('#help/noun-page'),
    import('#help/owned-commands'),
  ])
  const ofStates = words.at(-1) === 'states' && !isNoun(words, index)
  const noun = (ofStates ? words.slice(0, -1) : words).join(' ')
  const help = mergedNounHelp(noun, await Promise.all(ownersOf(noun, index).map(pluginHelp)))
  return ofStates && help ? statesPage(noun, help, view) : nounPage(noun.split(' '), index, help, view, width)
}

async function fixedTopic(name: string, index: PluginIndex, {context, program}: View): Promise<Page | undefined> {
  if (name === 'options') {
    const {optionsPage} = await import('#help/reference-pages')
    return optionsPage(context.config)
  }
  if (name === 'exit-codes') return (await import('#help/reference-pages')).exitCodesPage(program)
  const {topicPage, topicsPage} = await import('#help/topics')
  return name === 'topics' ? topicsPage(program) : topicPage(name, index, program)
}

async function viewOf(runtime: HelpRuntime, {all = false, line = []}: HelpChoice): Promise<View> {
  const context: Context = await readContext(runtime)
  return {program: runtime.program, env: runtime.env, context, all, line}
}
