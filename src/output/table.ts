import Table from 'cli-table3'
import {ExactNumber} from '#json'
import {humanValue} from '#output/cells'
import type {ListFlags, ShowFlags} from '#output/flags'
import {pythonText} from '#output/python-text'
import {type LabelledValue, recordLines} from '#output/records'
import {sanitize} from '#output/sanitize'
import {holdsState, type Paint, stateColour} from '#output/state-colour'
import {fitWidths, keepWords, tableWidth, wordWidth} from '#output/table-widths'
import type {Cell, Rows, ShowData} from '#output/types'
import {displayWidth} from '#output/width'
import {wrapText} from '#output/wrap-text'

type Align = 'left' | 'right'
/** A cell is its lines. */
type Lines = readonly string[]

interface Layout {
  headers: readonly string[]
  rows: readonly (readonly string[])[]
  align: readonly Align[]
  /** Columns narrower than this are not wrapped to fit. */
  minWidth: number
  /** A row is a label and its value, not a record. */
  labelled?: true
  /** The color of a cell, if it has one. */
  paint?: ((row: readonly string[], place: number) => Paint | undefined) | undefined
}

/** What the table is drawn on. */
export interface Canvas {
  /** Columns of the terminal; undefined where there is none. */
  width: number | undefined
  colour: boolean
}

/**
 * A list as the lines of a table: numbers to the right when the first row has them, everything else to the left. Widths are
 * known when all rows are, of which only the texts are kept.
 */
export async function* listTable(
  columns: readonly string[],
  rows: Rows,
  flags: ListFlags,
  canvas: Canvas,
): AsyncGenerator<string> {
  let align: Align[] = columns.map(() => 'left')
  const texts: string[][] = []
  for await (const row of rows) {
    if (texts.length === 0) align = columns.map((_, place) => alignOf(row[place]))
    texts.push(row.map(cellText))
  }
  if (texts.length === 0 && !flags['print-empty']) yield '\n'
  else {
    const states = columns.map(holdsState)
    const paint = (row: readonly string[], place: number) => (states[place] ? stateColour(row[place] ?? '') : undefined)
    const layout = {headers: columns.map(sanitize), rows: texts, align, minWidth: 8}
    yield* draw(canvas.colour ? {...layout, paint} : layout, flags, canvas)
  }
}

/** A record as a table of fields and values. */
export function showTable({names, values}: ShowData, flags: ShowFlags, canvas: Canvas): string {
  if (names.length === 0) return '\n'
  const rows = names.map((name, place) => [cellText(name), cellText(values[place])])
  const paint = ([name = '', value = '']: readonly string[], place: number) =>
    place === 1 && holdsState(name) ? stateColour(value) : undefined
  const layout: Layout = {headers: ['Field', 'Value'], rows, align: ['left', 'left'], minWidth: 16, labelled: true}
  return [...draw(canvas.colour ? {...layout, paint} : layout, flags, canvas)].join('')
}

/** cliff looks at what the cell is before it is formatted; a bool is not an int to it. */
const alignOf = (cell: Cell): Align => (typeof cell === 'number' || cell instanceof ExactNumber ? 'right' : 'left')

function cellText(cell: Cell): string {
  const value = humanValue(cell)
  const text = pythonText(value)
  return sanitize(typeof value === 'string' ? text.replaceAll('\r\n', '\n').replaceAll('\r', ' ') : text)
}

function* draw(layout: Layout, flags: ListFlags | ShowFlags, {width}: Canvas): Generator<string> {
  const {headers, rows, align, minWidth, paint} = layout
  const natural = naturalWidths(headers, rows)
  const room = roomOf(flags, width)
  const widths = asksForWidth(flags)
    ? fitWidths(natural, {headers: headers.map(displayWidth), minWidth, room})
    : keepWords(natural, rows, {headers: headers.map(wordWidth), minWidth, room})
  if (!asksForWidth(flags) && room !== undefined && tableWidth(widths) > room)
    return yield* recordLines(recordsOf(layout), room)
  const {top, header, between, line, bottom} = frame(widths)
  const filled = (form: string, cells: readonly Lines[], paints: readonly (Paint | undefined)[] = []) =>
    linesOf(cells, widths, align)
      .map((texts) => texts.map((text, place) => paints[place]?.(text) ?? text))
      .map((texts) => `${fill(form, texts)}\n`)
      .join('')
  yield `${top}\n`
  yield filled(
    header,
    headers.map((text, place) => wrapCell(text, widths[place] ?? 0)),
  )
  yield `${between}\n`
  for (const row of rows)
    yield filled(
      line,
      headers.map((_, place) => wrapCell(row[place] ?? '', widths[place] ?? 0)),
      paint && headers.map((_, place) => paint(row, place)),
    )
  yield `${bottom}\n`
}

/** The rows as records; those of a `show` are one. */
function recordsOf({headers, rows, paint, labelled}: Layout): LabelledValue[][] {
  if (labelled) return [rows.map((row) => ({label: row[0] ?? '', value: row[1] ?? '', paint: paint?.(row, 1)}))]
  return rows.map((row) =>
    headers.map((label, place) => ({label, value: row[place] ?? '', paint: paint?.(row, place)})),
  )
}

const naturalWidths = (headers: readonly string[], rows: Layout['rows']): number[] =>
  headers.map((header, place) =>
    rows.reduce(
      (width, row) => (row[place] ?? '').split('\n').reduce((most, line) => Math.max(most, displayWidth(line)), width),
      displayWidth(header),
    ),
  )

/** The columns that a table may take; undefined when it may be as wide as it likes: in a pipe, or with `--max-width 0`. */
function roomOf(flags: ListFlags | ShowFlags, terminal: number | undefined): number | undefined {
  const most = flags['max-width']
  if (most !== undefined && most > 0) return most
  return most === undefined || flags['fit-width'] ? terminal : undefined
}

/** Then columns are made narrower as cliff does it, to the byte. */
const asksForWidth = (flags: ListFlags | ShowFlags): boolean =>
  flags['fit-width'] === true || (flags['max-width'] ?? 0) > 0

const wrapCell = (text: string, width: number): Lines =>
  text.split('\n').flatMap((line) => (displayWidth(line) > width ? wrapped(line, width) : [line]))

const wrapped = (line: string, width: number): Lines => {
  const lines = wrapText(line, width)
  return lines.length > 0 ? lines : ['']
}

/** A character that takes one column and that no service sends. */
const STAND_IN = '\ue000'

/**
 * Has cli-table3 draw the frame around a header and one line of stand-ins, for texts to be put in, line by line. It
 * measures texts in another way than cliff, and needs a minute for the lines of a long list.
 */
function frame(widths: readonly number[]) {
  const standIns = widths.map((width) => STAND_IN.repeat(width))
  const table = new Table({chars: FRAME, head: standIns, style: {head: [], border: [], compact: true}})
  table.push(standIns)
  const [top = '', header = '', between = '', line = '', bottom = ''] = table.toString().split('\n')
  return {top, header, between, line, bottom}
}

/** Puts texts in place of stand-ins; a column without any width has none. */
function fill(form: string, texts: readonly string[]): string {
  const shown = texts.filter((text) => text !== '').values()
  return form.replace(/\ue000+/g, () => shown.next().value ?? '')
}

/** The lines that a row takes, each with its padded texts. */
function linesOf(row: readonly Lines[], widths: readonly number[], align: readonly Align[]): string[][] {
  const height = Math.max(1, ...row.map((lines) => lines.length))
  return Array.from({length: height}, (_, line) =>
    row.map((lines, place) => pad(lines[line] ?? '', widths[place] ?? 0, align[place])),
  )
}

function pad(text: string, width: number, align: Align | undefined): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'right' ? blanks + text : text + blanks
}

const FRAME = {
  top: '-',
  'top-mid': '+',
  'top-left': '+',
  'top-right': '+',
  bottom: '-',
  'bottom-mid': '+',
  'bottom-left': '+',
  'bottom-right': '+',
  left: '|',
  'left-mid': '+',
  mid: '-',
  'mid-mid': '+',
  right: '|',
  'right-mid': '+',
  middle: '|',
}
