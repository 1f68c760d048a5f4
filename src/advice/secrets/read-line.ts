import {commandOf} from '#advice/remedies/command-line'
import {type HiddenLine, hideSecrets, type LineReading} from '#advice/secrets/hide'
import {readings} from '#advice/suggest/lines'
import {leadingWords, matchCommand} from '#line/words'
import {commandNames} from '#plugins/names'
import type {PluginIndex} from '#plugins/types'

/** A line without its secrets: by the command that it names or, where it names none, by each that may have been meant. */
export function secretsOf(argv: readonly string[], index: PluginIndex | undefined): HiddenLine {
  const lines = readingsOf(argv, index).map((reading) => hideSecrets(argv, reading))
  return {
    words: argv.map((word, at) => lines.map(({words}) => words[at] ?? '').find((shown) => shown !== word) ?? word),
    secrets: [...new Set(lines.flatMap(({secrets}) => secrets))],
    values: [...new Set(lines.flatMap(({values}) => values))],
  }
}

const UNKNOWN: LineReading = {used: [], declared: undefined}

function readingsOf(argv: readonly string[], index: PluginIndex | undefined): LineReading[] {
  if (!index) return [UNKNOWN]
  try {
    const leading = leadingWords(argv)
    const match = matchCommand(
      leading.map(({text}) => text),
      commandNames(index),
    )
    if (match && 'id' in match)
      return [{used: leading.slice(0, match.length).map(({at}) => at), declared: commandOf(match.id, index)}]
    return [UNKNOWN, ...readings(argv, leading, index)]
  } catch {
    // The line is wrong in front of its command already.
    return [UNKNOWN]
  }
}
