import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('ip availability', () => {
  const {ok, json, refuses} = onSandbox()

  it('is listed for all networks and shown for one', async () => {
    await ok('network create private')
    await ok('subnet create --network private --subnet-range 10.0.0.0/24 sub')
    const [listed] = await json('ip availability list')
    assert.deepEqual([listed['Network Name'], listed['Total IPs'], listed['Used IPs']], ['private', 253, 0])
    const shown = await json('ip availability show private')
    assert.deepEqual([shown.network_name, shown.total_ips], ['private', 253])
  })

  refuses([
    ['ip availability show nothing', 4, /No network with a name or ID of 'nothing' exists/],
    ['ip availability list --ip-version 5', 2, /--ip-version/],
  ])
})
