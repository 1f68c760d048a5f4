import assert from 'node:assert/strict'
import {wrapText} from '#output/wrap-text'

// What textwrap.wrap of Python 3.11 makes of them.
const CASES: [text: string, width: number, lines: string[]][] = [
  ['more-or-less', 8, ['more-or-', 'less']],
  ['osc-gsbyxxsx-1-xsp', 17, ['osc-', 'gsbyxxsx-1-xsp']],
  ['osc-gsbyxxsx-1-xsp', 12, ['osc-gsbyxxsx', '-1-xsp']],
  ['ab-1-cd and 12-ab-cd', 8, ['ab-1-cd', 'and', '12-ab-cd']],
  ['a-b-cd', 4, ['a-b-', 'cd']],
  ['web--db one', 6, ['web--', 'db one']],
  ['aé-bü-ñandu-xx1-ab', 12, ['aé-bü-ñandu-', 'xx1-ab']],
  ['😀😀\tx y', 9, ['😀😀      x', 'y']],
]

describe('wrapText', () => {
  for (const [text, width, lines] of CASES)
    it(`breaks ${JSON.stringify(text)} at ${width} where Python does`, () =>
      assert.deepEqual(wrapText(text, width), lines))
})
