import {displayWidth} from '#output/width'

interface Fit {
  /** Widths of the headers, which are never wrapped. */
  headers: readonly number[]
  minWidth: number
  /** Columns of the terminal that may be used; undefined when all are. */
  room: number | undefined
}

// A frame's bar and a blank at each side.
const BESIDE = 3

/** Longer words are broken: IDs are as long, with hyphens. */
const LONGEST_WORD = 36
const ID = /^[\da-f-]{32,36}$/i

/**
 * The columns' widths, the widest made narrower where the table would not fit, but none so that a word of up to
 * `LONGEST_WORD` characters breaks. Where that is too wide only IDs stay whole, which people copy, and in a terminal that is
 * narrower still, widths are those of `fitWidths`.
 */
export function keepWords(natural: readonly number[], rows: readonly (readonly string[])[], fit: Fit): number[] {
  const {room, headers} = fit
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width + BESIDE, 1)
  if (room === undefined || sum(natural) <= room) return [...natural]
  const widest = (counts: (word: string) => boolean) => natural.map((_, place) => longestWord(rows, place, counts))
  const atLeast = (words: readonly number[], least: number) =>
    natural.map((width, place) => Math.min(width, Math.max(least, headers[place] ?? 0, words[place] ?? 0)))
  const words = widest(() => true)
  const ids = widest((word) => ID.test(word))
  const least = [atLeast(words, 0), ...(ids.some((width) => width > 0) ? [atLeast(ids, fit.minWidth)] : [])].find(
    (widths) => sum(widths) <= room,
  )
  if (!least) return fitWidths(natural, fit)
  const capped = (cap: number) => natural.map((width, place) => Math.max(least[place] ?? 0, Math.min(width, cap)))
  let [fits, tooWide] = [0, Math.max(...natural)]
  while (tooWide - fits > 1) {
    const cap = Math.floor((fits + tooWide) / 2)
    if (sum(capped(cap)) <= room) fits = cap
    else tooWide = cap
  }
  return capped(fits)
}

/** The width of the longest word of a column, of those that count. */
function longestWord(rows: readonly (readonly string[])[], place: number, counts: (word: string) => boolean): number {
  let longest = 0
  for (const row of rows)
    for (const word of (row[place] ?? '').split(/\s+/))
      if (counts(word)) longest = Math.max(longest, Math.min(LONGEST_WORD, displayWidth(word)))
  return longest
}

/**
 * The columns' widths, made narrower where the table would not fit: those that are narrower than an equal share keep
 * theirs, the others share what is left, but none gets less than `minWidth`. As cliff reckons.
 */
export function fitWidths(natural: readonly number[], {headers, minWidth, room}: Fit): number[] {
  const whole = natural.reduce((sum, width) => sum + width + BESIDE, 1)
  if (room === undefined || whole <= room || natural.length === 0) return [...natural]
  const usable = Math.max(0, room - 1 - BESIDE * natural.length)
  const share = Math.floor(usable / natural.length)
  const wide = [...natural.keys()].filter((place) => (natural[place] ?? 0) > share)
  const left = usable - natural.reduce((sum, width) => sum + (width <= share ? width : 0), 0)
  const each = Math.floor(left / wide.length)
  return natural.map((width, place) => {
    if (!wide.includes(place)) return width
    const last = place === wide.at(-1)
    const most = Math.max(minWidth, last ? left - each * (wide.length - 1) : each)
    return Math.max(Math.min(width, most), headers[place] ?? 0)
  })
}
