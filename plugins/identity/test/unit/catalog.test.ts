import assert from 'node:assert/strict'
import {Formatted} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {catalogFields} from '#catalog'

describe('the endpoints of a catalog entry', () => {
  const {endpoints: cell} = catalogFields
  const humanOf = (endpoints: unknown) => {
    const shown = typeof cell === 'function' ? cell({endpoints: endpoints as never}) : undefined
    assert.ok(shown instanceof Formatted)
    return shown.human
  }
  const cases: [string, unknown, string][] = [
    ['none', [], ''],
    ['no list', null, ''],
    ['region_id before region', [{region_id: 'a', region: 'b', interface: 'public', url: 'u'}], 'a\n  public: u\n'],
    ['region', [{region: 'b', interface: 'public', url: 'u'}], 'b\n  public: u\n'],
    ['no region', [{region_id: null, region: null, interface: 'admin', url: 'u'}], '<none>\n  admin: u\n'],
  ]
  for (const [what, endpoints, expected] of cases) it(what, () => assert.equal(humanOf(endpoints), expected))
})
