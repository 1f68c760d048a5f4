import assert from 'node:assert/strict'
import {jsonFault} from '#text/json-fault'

const cases: [string, string][] = [
  ['', '1:1 the text ends, expected a value'],
  ['secret', '1:1 expected a value'],
  ['{"a": 1,}', '1:9 expected a key in double quotes'],
  ['{"a" 1}', '1:6 expected :'],
  ['{"a": 1\n "b": 2}', '2:2 expected , or }'],
  ['[1, ]', '1:5 expected a value'],
  ['[01]', '1:3 expected , or ]'],
  ['{a: 1}', '1:2 expected a key in double quotes or }'],
  ['[', '1:2 the text ends, expected a value or ]'],
  ['{} x', '1:4 expected the end'],
  ['"a\tb"', '1:3 a control character in a string; write a line break as \\n'],
  ['["\\x"]', '1:3 unknown escape sequence in a string'],
  ['{"a":\n "secret}', '2:2 the string that begins here is not closed by "'],
]

describe('the fault of JSON', () => {
  for (const [text, expected] of cases)
    it(`of ${JSON.stringify(text)} is at ${expected}`, () => {
      const {line, column, reason} = jsonFault(text) ?? assert.fail('no fault')
      assert.equal(`${line}:${column} ${reason}`, expected)
    })

  it('is found in a long string', () => {
    assert.equal(jsonFault(`["${'a\\n'.repeat(3_000_000)}" x`)?.reason, 'expected , or ]')
  }).timeout(20_000)

  it('is missing in what is JSON', () => {
    for (const text of ['1', ' {"a": [{}, [], "\\u00fc", -1.5e3, true, false, null]} \n', '""'])
      assert.equal(jsonFault(text), undefined, text)
  })
})
