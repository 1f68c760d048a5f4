import {UnknownCommandError, UsageError} from '#errors'
import {splitFormat} from '#line/help-choice'
import type {Io} from '#line/make-runtime'
import {splitLine} from '#line/split'
import {leadingWords, type Match, type Word} from '#line/words'
import {withKnown} from '#plugins/known'
import type {PluginIndex} from '#plugins/types'
import {correctLine} from '#suggest/correct'
import {suggestLines} from '#suggest/lines'

/**
 * A line that names no command, or several: nothing at all and `--help` show help, a noun or a namespace shows its
 * commands, anything else is an error that says what may have been meant.
 */
export async function withoutCommand(
  argv: readonly string[],
  words: readonly Word[],
  match: Match | readonly string[] | undefined,
  index: PluginIndex,
  io: Io,
): Promise<number> {
  const texts = words.map((word) => word.text)
  const line = splitLine(argv)
  const {format, rest} = splitFormat(line.rest)
  const onlyGlobals = rest.length === texts.length && rest.every((word) => !word.startsWith('-'))
  if (onlyGlobals && (texts.length === 0 || isTopic(texts, index))) {
    const {showTopic} = await import('#line/help')
    return await showTopic(texts, {...io, options: line.options}, index, {format})
  }
  if (texts.length === 0) throw unknownGlobalOption(argv, line.rest, index, io.program)
  if (Array.isArray(match) && match.length > 1)
    throw severalCommands(argv, words, match as readonly string[], io.program)
  const {answerKnown} = await import('#plugins/not-installed')
  const answered = await answerKnown(argv, texts, index, io)
  if (answered !== undefined) return answered
  throw unknownCommand(texts, index, io, argv)
}

function unknownGlobalOption(
  argv: readonly string[],
  rest: readonly string[],
  index: PluginIndex,
  program: string,
): UsageError {
  const option = rest.find((word) => word.startsWith('-')) ?? ''
  const lines = suggestLines(argv, [], index, program)
  return new UsageError(`Unknown global option ${option.split('=', 1)[0]}, and no command.`, {
    hint: lines.length > 0 ? didYouMean(lines) : `See ${program} help options.`,
  })
}

/** Words that are abbreviations of more than one command: the same line with each. */
function severalCommands(
  argv: readonly string[],
  words: readonly Word[],
  ids: readonly string[],
  program: string,
): UnknownCommandError {
  const typed = words.map(({text}) => text)
  const lines = ids.map((id) => {
    const used = words.slice(0, id.split(' ').length).map(({at}) => at)
    return correctLine({argv, used, id, facts: undefined}, program)
  })
  return new UnknownCommandError(`'${typed.join(' ')}' could be:\n${indented(lines)}`, {hint: 'Write more of it.'})
}

/** A noun or the beginning of one (`stack`, `software config`), or a plugin's namespace. */
export function isTopic(words: readonly string[], index: PluginIndex): boolean {
  const prefix = `${words.join(' ')} `
  if (Object.keys(index.commands).some((id) => id.startsWith(prefix))) return true
  return words.length === 1 && index.plugins.some((plugin) => plugin.namespaces.includes(words[0] ?? ''))
}

/** The error for a line that names no command, with the lines that may have been meant. */
export function unknownCommand(
  words: readonly string[],
  index: PluginIndex,
  {program, coreRoot}: Pick<Io, 'program' | 'coreRoot'>,
  argv: readonly string[] = words,
): UnknownCommandError {
  // Also commands of plugins that are not installed: their line says what installs them.
  const lines = suggestLines(argv, leadingWords(argv), withKnown(coreRoot, index), program)
  const broken = index.broken.map(({name, reason}) => `Plugin ${name} could not be read: ${reason}`)
  const hints =
    lines.length > 0 ? [didYouMean(lines), ...broken] : [...broken, `See ${program} --help for all commands.`]
  return new UnknownCommandError(`'${words.join(' ')}' is no ${program} command.`, {hint: hints.join('\n')})
}

const didYouMean = (lines: readonly string[]) => `Did you mean:\n${indented(lines)}`

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join('\n')
