import assert from 'node:assert/strict'
import {suggestCommands} from '#advice/suggest/commands'
import {editDistance} from '#text/edit-distance'
import {fixedIndex} from '../../../support/fixed-core.ts'

const ids = [
  'stack list',
  'stack show',
  'server list',
  'floating ip list',
  'role assignment list',
  'project list',
  'help',
]

describe('the command that was meant', () => {
  before(() => void fixedIndex())
  const cases: [string, string | undefined][] = [
    ['stak list', 'stack list'],
    ['server lst', 'server list'],
    ['floating list ip', 'floating ip list'],
    ['list project', 'project list'],
    ['role asignment list', 'role assignment list'],
    ['hlep', 'help'],
    ['st ack list', 'stack list'],
    ['stack-show web-stack', 'stack show'],
    ['heat stack-list', 'stack list'],
    ['nova boot', 'server create'],
    ['keystone tenant-list', 'project list'],
    ['completely different', undefined],
    ['constructor', undefined],
    ['', undefined],
  ]
  for (const [typed, first] of cases)
    it(typed, () => assert.equal(suggestCommands(typed.split(' '), ids)[0]?.id, first))

  it('is found among at most three', () => assert.ok(suggestCommands(['list'], ids).length <= 3))
  it('counts a swap of neighbours once', () => assert.equal(editDistance('hlep', 'help'), 1))
  it('counts what is missing', () => assert.equal(editDistance('', 'abc'), 3))
  it('gives up on words that are too far apart, and on no others', () => {
    const words = ['', ...'list lsit tsil show hsow server servr sevrer reserve volume evolum'.split(' ')]
    for (const a of words)
      for (const b of words)
        for (const most of [0, 1, 2, 3]) {
          const whole = editDistance(a, b)
          const limited = editDistance(a, b, most)
          assert.ok(whole <= most ? limited === whole : limited > most, `${a} ${b} ${most}: ${limited}, not ${whole}`)
        }
  })
})
