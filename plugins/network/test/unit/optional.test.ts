import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {withOptional} from '#optional'

describe('fields that depend on extensions of Neutron', () => {
  it('are shown among the others, in order, where the cloud answers them', () => {
    const shown = (row: Record<string, null | string[]>) => Object.keys(withOptional({a: 'a', c: 'c'}, row, ['b']))
    assert.deepEqual(shown({b: []}), ['a', 'b', 'c'])
    assert.deepEqual(shown({b: null}), ['a', 'b', 'c'])
    assert.deepEqual(shown({}), ['a', 'c'])
  })
})
