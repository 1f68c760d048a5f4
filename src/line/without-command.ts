import {splitFormat} from '#line/help-choice'
import type {ProcessRuntime} from '#line/make-runtime'
import {type SplitLine, splitLine} from '#line/split'
import type {Match, Word} from '#line/words'
import type {PluginIndex} from '#plugins/types'

/**
 * A line that names no command, or several: nothing at all and `--help` show help (called `openstack`, nothing at
 * all runs the lines on stdin), a noun or a namespace shows its commands, anything else is an error that says what may have been meant.
 */
export async function withoutCommand(
  argv: readonly string[],
  words: readonly Word[],
  match: Match | readonly string[] | undefined,
  index: PluginIndex,
  io: ProcessRuntime,
): Promise<number> {
  const texts = words.map((word) => word.text)
  const line = splitLine(argv)
  const requested = requestedPage(line, texts.length)
  if (requested && (texts.length === 0 || isTopic(texts, index))) {
    const status = texts.length === 0 && requested.implicit ? await linesOnStdin(line, io) : undefined
    if (status !== undefined) return status
    const {showTopic} = await import('#line/help')
    return await showTopic(texts, {...io, options: line.options}, index, requested)
  }
  const {severalCommands, unknownCommand, unknownGlobalOption} = await import('#line/unknown-command')
  if (texts.length === 0) throw unknownGlobalOption(argv, line.rest, index, io.program)
  if (Array.isArray(match) && match.length > 1)
    throw severalCommands(argv, words, match as readonly string[], io.program)
  const {handleNotInstalled} = await import('#plugins/not-installed')
  const answered = await handleNotInstalled(argv, texts, index, io)
  if (answered !== undefined) return answered
  throw unknownCommand(texts, index, io, argv)
}

/** What the line says of the page that it asks for; undefined when it has more than `count` words and global options. */
function requestedPage({options, rest: words}: SplitLine, count: number) {
  const {format, rest} = splitFormat(words)
  const all = options.help === true && rest.includes('--all')
  const others = rest.filter((word) => !(all && word === '--all'))
  if (others.length !== count || others.some((word) => word.startsWith('-'))) return undefined
  return {format, all, implicit: format === undefined && options.help !== true}
}

/** `openstack` alone runs the lines that are piped to it. */
async function linesOnStdin(line: SplitLine, io: ProcessRuntime): Promise<number | undefined> {
  if (io.program !== 'openstack') return undefined
  const {runOnStdin} = await import('#shell/as-openstack')
  return await runOnStdin(line, io)
}

/** A noun or the beginning of one (`stack`, `software config`), its states (`stack states`), a plugin's namespace, or both (`heat stack`). */
export function isTopic(words: readonly string[], index: PluginIndex): boolean {
  const prefix = `${words.join(' ')} `
  if (Object.keys(index.commands).some((id) => id.startsWith(prefix))) return true
  if (words.length > 1 && words.at(-1) === 'states') return isTopic(words.slice(0, -1), index)
  const place = index.plugins.findIndex((plugin) => plugin.namespaces.includes(words[0] ?? ''))
  if (place < 0 || words.length === 1) return place >= 0
  const inPlugin = `${words.slice(1).join(' ')} `
  return Object.entries(index.commands).some(([id, owner]) => owner === place && id.startsWith(inPlugin))
}
