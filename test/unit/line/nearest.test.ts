import assert from 'node:assert/strict'
import {editDistance} from '#edit-distance'
import {nearest} from '#line/nearest'

const ids = [
  'stack list',
  'stack show',
  'server list',
  'floating ip list',
  'role assignment list',
  'project list',
  'help',
]

describe('what may have been meant', () => {
  const cases: [string, string | undefined][] = [
    ['stak list', 'stack list'],
    ['server lst', 'server list'],
    ['floating list ip', 'floating ip list'],
    ['list project', 'project list'],
    ['role asignment list', 'role assignment list'],
    ['hlep', 'help'],
    ['completely different', undefined],
  ]
  for (const [typed, first] of cases) it(typed, () => assert.equal(nearest(typed.split(' '), ids)[0], first))

  it('counts a swap of neighbours once', () => assert.equal(editDistance('hlep', 'help'), 1))
  it('counts what is missing', () => assert.equal(editDistance('', 'abc'), 3))
})
