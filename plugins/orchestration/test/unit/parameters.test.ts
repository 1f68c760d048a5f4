import assert from 'node:assert/strict'
import {parameterMap} from '../../src/parameters.ts'

describe('KEY=VALUE texts', () => {
  const maps: [texts: string[], map: Record<string, string | string[]>][] = [
    [[], {}],
    [['a=1'], {a: '1'}],
    [['a=1;b=x=y'], {a: '1', b: 'x=y'}],
    [['a=1;2', 'b='], {a: '1;2', b: ''}],
    [['a=1', 'a=2', 'b=3', 'a=4'], {a: ['1', '2', '4'], b: '3'}],
    [['__proto__=1'], Object.fromEntries([['__proto__', '1']])],
  ]
  for (const [texts, map] of maps) {
    it(`reads ${JSON.stringify(texts)}`, () => assert.deepEqual(parameterMap(texts), map))
  }

  it('does not split at semicolons where they mean nothing', () =>
    assert.deepEqual(parameterMap(['a=1;b=2'], {split: false}), {a: '1;b=2'}))

  for (const texts of [['a'], ['a=1;'], ['a=1', '']]) {
    it(`refuses ${JSON.stringify(texts)}`, () =>
      assert.throws(() => parameterMap(texts), {name: 'UsageError', message: /Malformed parameter/}))
  }
})
