import {correctLine} from '#advice/suggest/correct'
import type {RejectedLine} from '#advice/suggest/explain'
import type {CommandFacts} from '#help/facts'
import type {AmbiguousNameError} from '#resource/ambiguous'

/** The line once for each thing of the name, with its ID instead. None where it is not certain which word was meant. */
export function linesWithIds(
  {noun, given, ids}: AmbiguousNameError,
  {argv, used, id, program}: Omit<RejectedLine, 'index'>,
  facts: CommandFacts | undefined,
): string[] {
  const place = placeOf(given, noun, argv, used)
  if (place === undefined) return []
  return ids.map((one) => {
    const line = argv.map((word, at) => (at === place ? withId(word, given, one) : word))
    return correctLine({argv: line, used, id, facts}, program)
  })
}

function placeOf(given: string, noun: string, argv: readonly string[], used: readonly number[]): number | undefined {
  const places = argv.flatMap((word, at) =>
    !used.includes(at) && (word === given || (word.startsWith('-') && word.endsWith(`=${given}`))) ? [at] : [],
  )
  if (places.length < 2) return places[0]
  // The same name for two things: the one after the option of that noun, or else the one after no option.
  const stem = noun.replaceAll(' ', '-')
  const optionOf = (at: number) =>
    argv[at]?.includes('=') ? argv[at] : argv[at - 1]?.startsWith('--') ? argv[at - 1] : ''
  const named = places.filter((at) => optionOf(at)?.split('=', 1)[0] === `--${stem}`)
  const bare = places.filter((at) => optionOf(at) === '')
  const fitting = named.length > 0 ? named : bare
  return fitting.length === 1 ? fitting[0] : undefined
}

const withId = (word: string, given: string, id: string) => word.slice(0, word.length - given.length) + id
