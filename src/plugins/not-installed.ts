import {isCi} from '#advice/next-steps/audience'
import {UnknownCommandError} from '#errors'
import {type HelpChoice, type HelpRuntime, showHelp, showTopic} from '#line/help'
import {helpChoice, splitFormat} from '#line/help-choice'
import type {ProcessRuntime} from '#line/make-runtime'
import {splitLine} from '#line/split'
import {matchCommand} from '#line/words'
import {knownIndex, SET} from '#plugins/known'
import {commandNames} from '#plugins/names'
import {cachedOffer} from '#plugins/offered'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/**
 * Answers a line that is meant for a plugin which osc knows and which is not installed: help for whoever asks for help, else
 * an error (127) with the command that installs it. undefined when no plugin is known for the words.
 */
export async function handleNotInstalled(
  argv: readonly string[],
  words: readonly string[],
  index: PluginIndex,
  io: ProcessRuntime,
): Promise<number | undefined> {
  const line = splitLine(argv)
  const known = knownIndex(io.coreRoot, index)
  const match = matchCommand(words, commandNames(known))
  if (!match || !('id' in match)) {
    const {format, rest} = splitFormat(line.rest)
    return rest.some((word) => word.startsWith('-'))
      ? undefined
      : await helpOnKnown(words, index, {...io, options: line.options}, {format})
  }
  if (line.options.help)
    return await helpOnKnown(words.slice(0, match.length), index, {...io, options: line.options}, helpChoice(argv))
  const plugin = known.plugins[known.commands[known.aliases[match.id] ?? match.id] ?? -1]
  if (!plugin) return undefined
  const error = await missing(match.id, plugin, index, {...io, options: line.options})
  const installed = index.broken.some(({name}) => name === plugin.name)
  if (installed || isCi(io.env) || !io.stderr.isTTY || !io.stdin().isTTY) throw error
  const {installAndRun} = await import('#plugins/install-and-run')
  return await installAndRun(plugin, argv, error, io)
}

/** Help on a command, noun or namespace of plugins that are known and not installed; undefined when there is none. */
export async function helpOnKnown(
  words: readonly string[],
  index: PluginIndex,
  io: HelpRuntime & Pick<ProcessRuntime, 'stderr'>,
  choice: HelpChoice,
): Promise<number | undefined> {
  const known = knownIndex(io.coreRoot, index)
  const match = matchCommand(words, commandNames(known))
  const found = match && 'id' in match && match.length === words.length ? match.id : undefined
  const plugin = known.plugins.find(
    ({namespaces}, place) => isNoun(words, known, place) || (words.length === 1 && namespaces.includes(words[0] ?? '')),
  )
  if (found === undefined && !plugin) return undefined
  const status =
    found === undefined ? await showTopic(words, io, known, choice) : await showHelp(found, io, known, choice)
  const owner = found === undefined ? plugin : known.plugins[known.commands[known.aliases[found] ?? found] ?? -1]
  await io.stderr.write(`Not installed. To install it: ${io.program} plugins install ${owner?.name}\n`)
  return status
}

function isNoun(words: readonly string[], {commands}: PluginIndex, place: number): boolean {
  const prefix = `${words.join(' ')} `
  return Object.entries(commands).some(([id, owner]) => owner === place && id.startsWith(prefix))
}

async function missing(
  id: string,
  plugin: IndexedPlugin,
  index: PluginIndex,
  io: ProcessRuntime & {options: Readonly<Record<string, string | boolean>>},
): Promise<UnknownCommandError> {
  const broken = index.broken.find(({name}) => name === plugin.name)
  const whose = `'${id}' is a command of ${plugin.name} (${plugin.displayName})`
  if (broken) {
    const hint = `Fix: ${broken.fix}`
    return new UnknownCommandError(`${whose}, which cannot be used: ${broken.reason}.`, {code: 'PluginBroken', hint})
  }
  const hint = [
    `Install the plugin: ${io.program} plugins install ${plugin.name}`,
    `Or install every osc plugin: ${io.program} plugins install ${SET}`,
    ...(plugin.services.length > 0 ? [await offerLine(plugin, io)] : []),
  ]
  return new UnknownCommandError(`${whose}, which is not installed.`, {
    code: 'NotInstalled',
    hint: hint.join('\n'),
    facts: {missing: plugin.name},
  })
}

async function offerLine({services}: IndexedPlugin, io: Parameters<typeof cachedOffer>[0]): Promise<string> {
  const offer = await cachedOffer(io)
  const cloud = offer.cloud === undefined ? 'This cloud' : `Cloud ${offer.cloud}`
  const service = services.join(' or ')
  const says = offer.offers(services)
  if (says === 'yes') return `${cloud} offers the ${service} service (${offer.source}).`
  if (says === 'no') return `${cloud} does not offer the ${service} service (${offer.source}).`
  return `Whether ${offer.cloud ?? 'this cloud'} offers the ${service} service is unknown: its catalog is not cached.`
}
