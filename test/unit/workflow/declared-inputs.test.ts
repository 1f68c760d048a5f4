import assert from 'node:assert/strict'
import {declaredInputs} from '#workflow/declared-inputs'

describe('inputs of a workflow', () => {
  const cases: [declared: string, names: string[]][] = [
    ['', []],
    ['container, timeout=240', ['container', 'timeout']],
    ['a={"b": [1, 2], "c": {}}, d="x, y", e=[]', ['a', 'd', 'e']],
    ["options={'a': 'b, c'}, last", ['options', 'last']],
    ['quoted="a \\", b=1", last', ['quoted', 'last']],
  ]
  for (const [declared, names] of cases)
    it(`are read from '${declared}'`, () => assert.deepEqual(declaredInputs(declared), names))
})
