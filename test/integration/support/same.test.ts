import assert from 'node:assert/strict'
import {field, ids, masked, times, tokens, urls} from './masks.ts'
import {LIST_FORMATS, SHOW_FORMATS, same} from './same.ts'

describe('comparing both clients', () => {
  it('a list in each format', () => same(['region', 'list'], {formats: LIST_FORMATS}))

  it('one thing in each format', () => same(['project', 'show', 'admin'], {formats: SHOW_FORMATS}))

  it('on a terminal', () => same(['endpoint', 'list', '--fit-width'], {terminal: {width: 70}}))

  it('a failure of both', async () => {
    const [pair] = await same(['project', 'show', 'none-of-that-name'])
    assert.notEqual(pair?.osc.status, 0)
  })

  it('says where they differ', async () => {
    const {OSC_PROGRAM} = process.env
    process.env.OSC_PROGRAM = '/bin/echo'
    try {
      await assert.rejects(
        same(['region', 'list', '-f', 'value']),
        /line 1 is "region list -f value", openstack has "RegionOne /,
      )
      await assert.rejects(same(['regoin', 'list']), /one of them failed/)
    } finally {
      if (OSC_PROGRAM === undefined) delete process.env.OSC_PROGRAM
      else process.env.OSC_PROGRAM = OSC_PROGRAM
    }
  })
})

describe('masking what differs by nature', () => {
  const id = '0123456789abcdef0123456789abcdef'
  const cases: [string, Parameters<typeof masked>[1], string, string][] = [
    ['times', [times], 'at 2026-11-24T05:14:00.000000Z and 2026-11-24 05:14:00+0000', 'at TIME and TIME'],
    ['IDs', [ids], `${id} 01234567-89ab-cdef-0123-456789abcdef ${id}0`, `ID ID ${id}0`],
    ['tokens', [tokens], `gAAAAAB${'x'.repeat(60)}== end`, 'TOKEN end'],
    ['addresses', [urls], '"http://127.0.0.1:5000/v3", "x"', '"URL", "x"'],
    [
      'a field of a table',
      [field('id')],
      '+----+-------+\n| id | abc   |\n| it | abc   |\n',
      '+--+--+\n| id | FIELD |\n| it | abc |\n',
    ],
    ['a field of json', [field('id')], '{\n  "id": "abc",\n  "it": 1\n}', '{\n  "id": FIELD\n  "it": 1\n}'],
    ['a field of shell', [field('id')], 'id="abc"\nit="abc"\n', 'id=FIELD\nit="abc"\n'],
  ]
  for (const [what, masks, text, expected] of cases) {
    it(what, () => assert.equal(masked(text, masks), expected))
  }
})
