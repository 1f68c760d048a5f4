import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {decodeJson} from '#json'

describe('decodeJson', () => {
  for (const text of ['1.0', '-0', '1e5', '12345678901234567890', '[1.0]', '{"a": -0}', ' 1.50'])
    it(`keeps ${text} as it is`, () => assert.equal(JSON.stringify(decodeJson(text)), text.replace(/^ |(?<=:) /g, '')))
})
