import assert from 'node:assert/strict'
import {pythonJson} from '../../../src/format/python-json.ts'
import {parseJson} from '../../../src/template/json-document.ts'

const read = (text: string) => parseJson({url: 'file:///t.json', text})

describe('JSON templates', () => {
  const same = [
    '{"b": [1, -2.5, true, false, null], "80": {}, "7": [], "a": "\\u00fc\\n"}',
    '[1.0, 1e-07, 1e+16, 12345678901234567890]',
    '{"__proto__": {"a": 1}}',
    '"text"',
  ]
  for (const text of same) it(`keeps ${text}`, () => assert.equal(pythonJson(read(text)), text))

  it('writes numbers as Python does', () =>
    assert.equal(pythonJson(read('[1E3, -0, -0.0, 1.50]')), '[1000.0, 0, -0.0, 1.5]'))
  it('takes the last of a repeated key', () =>
    assert.equal(pythonJson(read('{"a": 1, "b": 2, "a": 3}')), '{"a": 3, "b": 2}'))

  const errors: [text: string, message: string][] = [
    ['{"a": 1,}', "/t.json:1:9: not valid JSON: expected something before '}'"],
    ['{"a" 1}', "/t.json:1:6: not valid JSON: expected ':'"],
    ['{"a": 1\n "b": 2}', "/t.json:2:2: not valid JSON: expected ','"],
    ['[1, ]', "/t.json:1:5: not valid JSON: expected something before ']'"],
    ['[01]', "/t.json:1:3: not valid JSON: expected ','"],
    ['{a: 1}', '/t.json:1:2: not valid JSON: expected a text in double quotes, with line breaks written as \\n'],
    ['[', '/t.json:1:2: not valid JSON: expected a value'],
    ['{} x', '/t.json:1:4: not valid JSON: expected the end of the file'],
    ['"\t"', '/t.json:1:1: not valid JSON: expected a text in double quotes, with line breaks written as \\n'],
  ]
  it('refuses a document that is nested too deeply', () =>
    assert.throws(() => read('['.repeat(100_000)), {
      name: 'DocumentError',
      message: '/t.json:1:502: the document is nested too deeply',
    }))
  for (const [text, message] of errors) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.throws(() => read(text), {name: 'DocumentError', message}))
  }
})
