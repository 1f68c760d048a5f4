import {UsageError} from '#errors'
import {FORMATS, type Format} from '#help/formats'

/**
 * What a line that asks for help says of the page: `-h` asks for the short form, `--help`, however abbreviated, for all, and
 * `--json`, `--markdown` or `--man` for a format; `line` is what else it gives. Whoever asks for help means the page's
 * format, also of a command that has an option of that name.
 */
export function helpChoice(argv: readonly string[]): {short: boolean; format: Format | undefined; line: string[]} {
  const {format, rest} = splitFormat(argv)
  return {short: !argv.some((word) => /^--he(?:lp?)?$/.test(word)), format, line: rest}
}

/** The format among the words of a line, and the other words. UsageError for two formats. */
export function splitFormat(words: readonly string[]): {format: Format | undefined; rest: string[]} {
  const end = words.indexOf('--')
  const before = end < 0 ? words : words.slice(0, end)
  const [format, other] = new Set(before.map(formatNamed).filter((named) => named !== undefined))
  if (other) throw new UsageError(`Options --${format} and --${other} are mutually exclusive.`)
  const rest = words.filter((word, at) => at >= before.length || formatNamed(word) === undefined)
  return {format, rest}
}

/** As of any long option a unique beginning is enough. */
function formatNamed(word: string): Format | undefined {
  if (!word.startsWith('--') || word.length < 3) return undefined
  const [format, ...others] = FORMATS.filter((name) => name.startsWith(word.slice(2)))
  return others.length === 0 ? format : undefined
}
