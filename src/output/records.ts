import type {Paint} from '#output/state-colour'
import {wordWidth} from '#output/table-widths'
import {displayWidth} from '#output/width'
import {wrapText} from '#output/wrap-text'

/** A label with the value that it is for. */
export interface LabelledValue {
  label: string
  value: string
  paint?: Paint | undefined
}

const GAP = 2

/** Records below each other, a value a line: for terminals that are too narrow for a table. Only words longer than a line break. */
export function* recordLines(records: readonly (readonly LabelledValue[])[], width: number): Generator<string> {
  const labels = Math.max(0, ...records.flat().map(({label}) => displayWidth(label)))
  for (const [at, record] of records.entries()) {
    if (at > 0) yield '\n'
    for (const one of record) yield valueLines(one, labels, width)
  }
}

function valueLines({label, value, paint = (text) => text}: LabelledValue, labels: number, width: number): string {
  const beside = width - labels - GAP
  const lines = value.split('\n')
  if (lines.every((line) => wordWidth(line) <= beside)) {
    const blanks = ' '.repeat(labels - displayWidth(label) + GAP)
    const [first = '', ...rest] = lines.flatMap((line) => wrapped(line, beside))
    return text([
      `${label}${first === '' ? '' : blanks}${paint(first)}`,
      ...rest.map((line) => indented(line, labels + GAP)),
    ])
  }
  const below = lines.flatMap((line) => wrapped(line, width - GAP))
  return text([label, ...below.map((line) => indented(paint(line), GAP))])
}

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')
const indented = (line: string, by: number): string => (line === '' ? '' : ' '.repeat(by) + line)

function wrapped(line: string, width: number): readonly string[] {
  const lines = displayWidth(line) > width ? wrapText(line, Math.max(1, width)) : [line]
  return lines.length > 0 ? lines : ['']
}
