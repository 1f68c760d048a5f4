import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {decodeJson} from '#json'

describe('decodeJson', () => {
  for (const text of ['1.0', '-0', '1e5', '12345678901234567890', '[1.0]', '{"a": -0}', ' 1.50'])
    it(`keeps ${text} as it is`, () => assert.equal(JSON.stringify(decodeJson(text)), text.replace(/^ |(?<=:) /g, '')))

  const nested = (depth: number) => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`
  it('refuses what is nested too deeply to be printed', () => {
    assert.throws(() => decodeJson(nested(502)), {name: 'SyntaxError', message: 'nested more than 500 levels deep'})
    decodeJson(nested(500))
    decodeJson(`[${Array.from({length: 1000}, () => '{"a": "[{[{\\""}').join()}]`)
  })
})
