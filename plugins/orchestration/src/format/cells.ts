import {asArray, asObject, asText, type Cell, Formatted, type Json, pythonYaml, wrapText} from '@osc-cli/core'
import {pythonJson} from '#format/python-json'

// What people see differs from what programs get: a table shows these texts, the other formats the value itself.
// A field that is missing counts as an empty text.

/** Nested values as JSON over several lines, with a space after each comma even before a line break. */
export const jsonCell = textCell((value) => pythonJson(value, 2, {separator: ', ', ascii: false}))

/** Nested values as YAML in block style. */
export const yamlCell = textCell(pythonYaml)

/** Links as `href (rel)`, one per line. */
export const linkCell = textCell((links) => asArray(links).map(linkText).join('\n'))

const WRAP_WIDTH = 55

/** A text in lines of at most 55 characters. */
export const wrappedCell = textCell((text) => wrapText(asText(text) ?? '', WRAP_WIDTH).join('\n'))

function textCell(format: (value: Json) => string): (cell: Cell) => Cell {
  return (cell) => {
    const value = cell instanceof Formatted ? cell.machine : cell === undefined ? '' : cell
    return new Formatted(value, () => format(value))
  }
}

function linkText(link: Json): string {
  const {href = '', rel} = asObject(link)
  return rel === undefined ? String(href) : `${href} (${rel})`
}
