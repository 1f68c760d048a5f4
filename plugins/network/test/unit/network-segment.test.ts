import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('network segments', () => {
  const {ok, json, refuses} = onSandbox()

  it('are created, listed, renamed and deleted', async () => {
    const {id: network} = await json('network create private')
    const segment = await json(
      'network segment create --network private --network-type vlan --physical-network public --segment 42 rack1',
    )
    assert.deepEqual([segment.network_id, segment.segmentation_id], [network, 42])
    await ok('network segment set --name rack2 --description "Rack 2" rack1')
    assert.equal((await json('network segment show rack2')).description, 'Rack 2')
    assert.equal((await json('network segment list --long --network private'))[0]['Physical Network'], 'public')
    await ok('network segment delete rack2')
    assert.deepEqual(await json('network segment list'), [])
  })

  refuses([
    ['network segment create --network private x', 2, /--network-type/],
    ['network segment show nothing', 4, /No network segment with a name or ID of 'nothing' exists/],
  ])
})
