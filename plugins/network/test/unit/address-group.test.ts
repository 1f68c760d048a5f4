import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('address groups', () => {
  const {ok, json, refuses} = onSandbox()

  it('hold addresses as ranges', async () => {
    const {addresses} = await json('address group create --address 10.0.0.9 --address fd00::1 office')
    assert.deepEqual(addresses, ['10.0.0.9/32', 'fd00::1/128'])
    await ok('address group set --address 10.1.0.0/16 --description Offices --name offices office')
    await ok('address group unset --address fd00::1 offices')
    const shown = await json('address group show offices')
    assert.deepEqual([shown.addresses, shown.description], [['10.0.0.9/32', '10.1.0.0/16'], 'Offices'])
    assert.equal((await json('address group list --name offices')).length, 1)
    await ok('address group delete offices')
    assert.deepEqual(await json('address group list'), [])
  })

  refuses([
    ['address group create --address 10.0.0 x', 2, /'10.0.0' is not an IP address or CIDR/],
    ['address group delete nothing', 4, /No address group with a name or ID of 'nothing' exists/],
  ])
})
