import {UnknownCommandError, UsageError} from '#errors'
import type {Io} from '#line/make-runtime'
import {nearest} from '#line/nearest'
import {splitLine} from '#line/split'
import type {Match, Word} from '#line/words'
import type {PluginIndex} from '#plugins/types'

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
  const onlyGlobals = line.rest.every((word) => !word.startsWith('-'))
  if (onlyGlobals && (texts.length === 0 || isTopic(texts, index))) {
    const {showTopic} = await import('#line/help')
    return await showTopic(texts, {...io, options: line.options}, index)
  }
  if (texts.length === 0) {
    const option = line.rest.find((word) => word.startsWith('-')) ?? ''
    throw new UsageError(`Unknown global option ${option.split('=', 1)[0]}, and no command.`, {
      hint: `See ${io.program} help options.`,
    })
  }
  if (Array.isArray(match) && match.length > 1) {
    throw new UnknownCommandError(`'${texts.join(' ')}' could be:\n${listed(match as readonly string[])}`, {
      hint: 'Write more of it.',
    })
  }
  throw unknownCommand(texts, index, io.program)
}

/** A noun or the beginning of one (`stack`, `software config`), or a plugin's namespace. */
export function isTopic(words: readonly string[], index: PluginIndex): boolean {
  const prefix = `${words.join(' ')} `
  if (Object.keys(index.commands).some((id) => id.startsWith(prefix))) return true
  return words.length === 1 && index.plugins.some((plugin) => plugin.namespaces.includes(words[0] ?? ''))
}

/** The error for a line that names no command, with what may have been meant. */
export function unknownCommand(words: readonly string[], index: PluginIndex, program: string): UnknownCommandError {
  const ids = Object.keys(index.commands).filter((id) => !index.hidden.includes(id))
  const near = nearest(words, ids)
  const broken = index.broken.map(({name, reason}) => `Plugin ${name} could not be read: ${reason}`)
  const hints =
    near.length > 0
      ? [`Did you mean:\n${listed(near)}`, ...broken]
      : [...broken, `See ${program} --help for all commands.`]
  return new UnknownCommandError(`'${words.join(' ')}' is no ${program} command.`, {hint: hints.join('\n')})
}

const listed = (ids: readonly string[]) => ids.map((id) => `  ${id}`).join('\n')
