import type {Candidate} from '#completion/candidates'
import {sanitize} from '#output/sanitize'
import {displayWidth} from '#output/width'
import {shortened} from '#shell/prompt'

const GAP = 2

/**
 * Candidates below the line: those that say what they are a row each, the others side by side. At most `height` rows, of at
 * most `width` columns.
 */
export function layOut(candidates: readonly Candidate[], width: number, height: number): string[] {
  const texts = candidates.map(({value, summary}) => ({
    value,
    summary: sanitize(summary).replaceAll(/\s+/g, ' ').trim(),
  }))
  const widest = Math.max(0, ...texts.map(({value}) => displayWidth(value)))
  const rows = texts.some(({summary}) => summary !== '')
    ? texts.map(({value, summary}) => described(value, summary, Math.min(widest, Math.floor(width / 2)), width))
    : sideBySide(
        texts.map(({value}) => value),
        widest,
        width,
      )
  if (rows.length <= height) return rows
  return [...rows.slice(0, height - 1), shortened(`... and more (${candidates.length} in total)`, width - 1)]
}

function described(value: string, summary: string, column: number, width: number): string {
  if (summary === '') return shortened(value, width - 1)
  const name = shortened(value, width - 1)
  const room = width - 1 - Math.max(column, displayWidth(name)) - GAP
  return room < 8 ? name : `${padded(name, column + GAP)}${shortened(summary, room)}`.trimEnd()
}

function sideBySide(values: readonly string[], widest: number, width: number): string[] {
  const column = Math.min(widest, width - 1) + GAP
  const perRow = Math.max(1, Math.floor((width - 1 + GAP) / column))
  const rows = Math.ceil(values.length / perRow)
  return Array.from({length: rows}, (_, row) =>
    values
      .filter((_value, at) => at % rows === row)
      .map((value) => padded(shortened(value, width - 1), column))
      .join('')
      .trimEnd(),
  )
}

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(GAP, width - displayWidth(text)))
