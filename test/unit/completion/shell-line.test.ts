import assert from 'node:assert/strict'
import {bashWord, readLine} from '#completion/shell-line'

describe('a line of bash up to the cursor', () => {
  const cases: [string, string[], string, string][] = [
    ['osc stack sh', ['osc', 'stack'], 'sh', ''],
    ['osc stack ', ['osc', 'stack'], '', ''],
    ['osc show "a b" c', ['osc', 'show', 'a b'], 'c', ''],
    ["osc show 'a b", ['osc', 'show'], 'a b', "'"],
    ['osc show "a \\"b', ['osc', 'show'], 'a "b', '"'],
    ['osc show a\\ b', ['osc', 'show'], 'a b', ''],
    ["osc show '' x", ['osc', 'show', ''], 'x', ''],
    ['echo x | osc st', ['osc'], 'st', ''],
    ["osc show 'a\\", ['osc', 'show'], 'a\\', "'"],
  ]
  for (const [line, words, current, quote] of cases) {
    it(line, () => {
      const read = readLine(line, '')
      assert.deepEqual([read.words, read.current, read.quote], [words, current, quote])
    })
  }

  const values: [string, string, string | undefined][] = [
    ['osc show ', 'plain-1.2', 'plain-1.2'],
    ['osc show ', 'my web', 'my\\ web'],
    ['osc show ', '$(rm x)', '\\$\\(rm\\ x\\)'],
    ['osc show ', '~root', '\\~root'],
    ['osc show ', 'größe', 'größe'],
    ['osc show --opt=', '--opt=a b', 'a\\ b'],
    ['osc show OS::He', 'OS::Heat::Stack', 'Heat::Stack'],
    ["osc show 'my", 'my $web', 'my $web'],
    ["osc show 'my", "my'web", undefined],
    ['osc show "my', 'my $web', 'my \\$web'],
  ]
  for (const [line, value, expected] of values)
    it(`${line}: ${value}`, () => assert.equal(bashWord(value, readLine(line, ':=')), expected))
})
