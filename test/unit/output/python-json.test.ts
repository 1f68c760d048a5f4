import assert from 'node:assert/strict'
import {decodeJson} from '#json'
import {pythonJson} from '#output/python-json'

describe('numbers in JSON', () => {
  // What json.dumps(json.loads(text)) of Python 3.11 prints.
  const cases = [
    ['1E400', 'Infinity'],
    ['-1E400', '-Infinity'],
    ['1.0', '1.0'],
    ['12345678901234567890', '12345678901234567890'],
  ]
  for (const [text = '', expected] of cases)
    it(`${text} is ${expected}`, () => assert.equal(pythonJson(decodeJson(`[${text}]`), undefined), `[${expected}]`))
})
