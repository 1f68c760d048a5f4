import {displayWidth} from '#output/width'

interface Fit {
  /** The least widths of the headers. */
  headers: readonly number[]
  minWidth: number
  /** Columns of the terminal that may be used; undefined when all are. */
  room: number | undefined
}

// A frame's bar and a blank at each side.
const BESIDE = 3

/** The width of a table whose columns have these widths. */
export const tableWidth = (widths: readonly number[]): number => widths.reduce((all, width) => all + width + BESIDE, 1)

/** Longer words are broken: IDs are as long, with hyphens. */
const LONGEST_WORD = 36
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const ID = /^[\da-f-]{32,36}$/i
const STATE = /^[a-z]+(?:_[a-z]+)*$/i

/** The width that an ID needs on so many lines: a UUID breaks after a hyphen, after 3 groups or after 2 and 4. */
const UUID_WIDTHS = {1: 36, 2: 19, 3: 14}
type IdLines = keyof typeof UUID_WIDTHS

/** What does not break, in order of preference: IDs are copied, so they stay on one line as long as they can. */
const KEPT: readonly {idLines: IdLines; states: boolean}[] = [
  {idLines: 1, states: true},
  {idLines: 1, states: false},
  {idLines: 2, states: true},
  {idLines: 3, states: true},
  {idLines: 3, states: false},
]

/**
 * The columns' widths, the widest made narrower where the table would not fit. Words of up to `LONGEST_WORD` characters do not
 * break if they fit; if not, texts become as narrow as `minWidth` and IDs and states stay whole, and then IDs take 2 or 3 lines.
 * If that is still too wide, they are wider than the room. Without any ID, widths are those of `fitWidths`.
 */
export function keepWords(natural: readonly number[], rows: readonly (readonly string[])[], fit: Fit): number[] {
  const {room, headers, minWidth} = fit
  if (room === undefined || tableWidth(natural) <= room) return [...natural]
  const atLeast = (widthIn: (cell: string) => number, least: number) =>
    natural.map((width, place) => {
      const cells = rows.reduce((most, row) => Math.max(most, widthIn(row[place] ?? '')), 0)
      return Math.min(width, Math.max(least, headers[place] ?? 0, cells))
    })
  const kept = KEPT.map(({idLines, states}) =>
    atLeast((cell) => Math.max(idWidth(cell, idLines), states && STATE.test(cell) ? wordWidth(cell) : 0), minWidth),
  )
  const least = [atLeast(wordWidth, 0), ...kept].find((widths) => tableWidth(widths) <= room)
  if (!least)
    return rows.some((row) => row.some((cell) => idWidth(cell, 1) > 0)) ? (kept[0] ?? []) : fitWidths(natural, fit)
  const capped = (cap: number) => natural.map((width, place) => Math.max(least[place] ?? 0, Math.min(width, cap)))
  let [fits, tooWide] = [0, Math.max(...natural)]
  while (tooWide - fits > 1) {
    const cap = Math.floor((fits + tooWide) / 2)
    if (tableWidth(capped(cap)) <= room) fits = cap
    else tooWide = cap
  }
  return capped(fits)
}

const wordsOf = (text: string): string[] => text.split(/\s+/)

/** The width of the longest word of a text. */
export const wordWidth = (text: string): number =>
  wordsOf(text).reduce((longest, word) => Math.max(longest, Math.min(LONGEST_WORD, displayWidth(word))), 0)

/** The width that the IDs of a cell need on so many lines each; 0 without any. */
const idWidth = (cell: string, lines: IdLines): number =>
  wordsOf(cell)
    .filter((word) => ID.test(word))
    .reduce((width, id) => Math.max(width, UUID.test(id) ? UUID_WIDTHS[lines] : Math.ceil(id.length / lines)), 0)

/**
 * The columns' widths, made narrower where the table would not fit: those that are narrower than an equal share keep
 * theirs, the others share what is left, but none gets less than `minWidth`. As cliff reckons.
 */
export function fitWidths(natural: readonly number[], {headers, minWidth, room}: Fit): number[] {
  if (room === undefined || tableWidth(natural) <= room || natural.length === 0) return [...natural]
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
