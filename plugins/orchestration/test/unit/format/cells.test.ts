import assert from 'node:assert/strict'
import {type Cell, decodeJson, Formatted, humanValue, type Json, machineValue} from '@osc-cli/core'
import {jsonCell, linkCell, wrappedCell, yamlCell} from '../../../src/format/cells.ts'

const nested = decodeJson('{"b": {"ü": [1.0, "a\\nb"]}, "a": [], "c": null, "d": {}}')

describe('nested values', () => {
  const cells: [what: string, cell: Cell, text: string][] = [
    [
      'JSON',
      jsonCell(nested),
      '{\n  "b": {\n    "ü": [\n      1.0, \n      "a\\nb"\n    ]\n  }, \n  "a": [], \n  "c": null, \n  "d": {}\n}',
    ],
    ['YAML', yamlCell(nested), 'a: []\nb:\n  "\\xFC":\n  - 1.0\n  - \'a\n\n    b\'\nc: null\nd: {}\n'],
    [
      'links',
      linkCell([{href: 'http://h/1', rel: 'self'}, {href: 'http://h/2'}, {rel: 'stack'}]),
      'http://h/1 (self)\nhttp://h/2\n (stack)',
    ],
    ['a wrapped text', wrappedCell('word '.repeat(20)), `${'word '.repeat(11).trim()}\n${'word '.repeat(9).trim()}`],
    ['nothing to wrap', wrappedCell(''), ''],
    ['null as JSON', jsonCell(null), 'null'],
    ['null as YAML', yamlCell(null), 'null\n...\n'],
    ['null as links', linkCell(null), ''],
    ['null to wrap', wrappedCell(null), ''],
    ['a missing field as JSON', jsonCell(undefined), '""'],
    ['a missing field as YAML', yamlCell(undefined), "''\n"],
    ['a cell that people see differently', jsonCell(new Formatted([1], () => 'one')), '[\n  1\n]'],
  ]
  for (const [what, cell, text] of cells)
    it(`are a text in tables: ${what}`, () => assert.equal(humanValue(cell), text))

  const values: Json[] = [nested, null, 'text', []]
  for (const format of [jsonCell, yamlCell, wrappedCell, linkCell])
    for (const value of values)
      it(`stay what they are in other formats: ${format.name} of ${JSON.stringify(value)}`, () =>
        assert.equal(machineValue(format(value)), value))
})
