import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {complete, lastLines, newOutput} from '#console-output'

describe('output of a console that is followed', () => {
  const cases: [before: string, now: string, added: string][] = [
    ['', 'a\n', 'a\n'],
    ['a\n', 'a\nb\n', 'b\n'],
    ['a\n', 'a\n', ''],
    ['a\nlogin: ', 'a\n', ''],
    ['b\nc\n', 'a\nb\nc\nd\n', 'd\n'],
    [`lost ${'x'.repeat(1000)}`, `${'x'.repeat(1000)}y\n`, 'y\n'],
    ['of the last boot\n', 'of this boot\n', 'of this boot\n'],
  ]
  for (const [before, now, added] of cases)
    it(`${JSON.stringify(now.slice(0, 20))} after ${JSON.stringify(before.slice(0, 20))} adds ${JSON.stringify(added)}`, () => {
      assert.equal(newOutput(before, now), added)
    })

  it('holds a half-written line back until it is complete or stays', () => {
    assert.equal(complete('a\nlog', ''), 'a\n')
    assert.equal(complete('a\nlogin: ', 'a\nlog'), 'a\n')
    assert.equal(complete('a\nlogin: ', 'a\nlogin: '), 'a\nlogin: ')
  })

  it('begins with the last lines', () => {
    assert.deepEqual([lastLines('a\nb\nc\n', 2), lastLines('a\n', 5), lastLines('a\n', 0)], ['b\nc', 'a', ''])
  })
})
