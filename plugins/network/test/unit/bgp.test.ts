import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('BGP', () => {
  const {ok, json, fails, refuses} = onSandbox()
  const ids: Record<string, string> = {}

  it('peers are created, listed and changed', async () => {
    const peer = await json(
      'bgp peer create --peer-ip 192.0.2.1 --remote-as 64513 --auth-type MD5 --password s upstream',
    )
    const {id, project_id, ...shown} = peer
    assert.deepEqual(shown, {auth_type: 'md5', name: 'upstream', peer_ip: '192.0.2.1', remote_as: 64513})
    assert.deepEqual(await json('bgp peer list'), [
      {ID: id, Name: 'upstream', 'Peer IP': '192.0.2.1', 'Remote AS': 64513},
    ])
    await ok('bgp peer set --name transit --password t upstream')
    assert.deepEqual(await json('bgp peer show transit'), {...peer, name: 'transit'})
    ids.peer = id
  })

  it('speakers are created, listed and changed', async () => {
    const {id, project_id, ...shown} = await json(
      'bgp speaker create --local-as 64512 --no-advertise-tenant-networks border',
    )
    assert.deepEqual(shown, {
      advertise_floating_ip_host_routes: true,
      advertise_tenant_networks: false,
      ip_version: 4,
      local_as: 64512,
      name: 'border',
      networks: [],
      peers: [],
    })
    await ok('bgp speaker set --advertise-tenant-networks --no-advertise-floating-ip-host-routes --name edge border')
    const changed = await json('bgp speaker show edge')
    assert.deepEqual([changed.advertise_floating_ip_host_routes, changed.advertise_tenant_networks], [false, true])
    assert.deepEqual(await json('bgp speaker list'), [{ID: id, Name: 'edge', 'Local AS': 64512, 'IP Version': 4}])
    ids.speaker = id
  })

  it('speakers do not advertise what they get with opposite options', async () => {
    const speaker = await json(
      'bgp speaker create --local-as 1 --ip-version 6 --no-advertise-tenant-networks --advertise-tenant-networks v6',
    )
    assert.deepEqual([speaker.advertise_tenant_networks, speaker.ip_version], [false, 6])
    await ok('bgp speaker delete v6')
  })

  it('speakers have networks and peers', async () => {
    const {id: network} = await json('network create --external public')
    await ok('bgp speaker add network edge public')
    await ok('bgp speaker add peer edge transit')
    const {networks, peers} = await json('bgp speaker show edge')
    assert.deepEqual([networks, peers], [[network], [ids.peer]])
    assert.deepEqual(await json('bgp speaker list advertised routes edge'), [])
    await fails('bgp speaker add peer edge transit', 5, /already has/)
    await ok('bgp speaker remove network edge public')
    await ok('bgp speaker remove peer edge transit')
    const after = await json('bgp speaker show edge')
    assert.deepEqual([after.networks, after.peers], [[], []])
    await fails('bgp speaker remove peer edge transit', 4, /does not have/)
  })

  it('speakers are hosted by dynamic routing agents', async () => {
    const [agent] = await json('bgp dragent list')
    assert.deepEqual([agent['Agent Type'], agent.Alive, agent.State], ['BGP dynamic routing agent', true, true])
    assert.deepEqual(await json('bgp dragent list --bgp-speaker edge'), [])
    await ok(`bgp dragent add speaker ${agent.ID} edge`)
    assert.deepEqual(await json('bgp dragent list --bgp-speaker edge'), [agent])
    assert.equal((await json(`bgp speaker list --agent ${agent.ID}`))[0].Name, 'edge')
    await ok(`bgp dragent remove speaker ${agent.ID} edge`)
    assert.deepEqual(await json(`bgp speaker list --agent ${agent.ID}`), [])
  })

  it('peers and speakers are deleted', async () => {
    await ok('bgp speaker add peer edge transit')
    await ok('bgp peer delete transit')
    assert.deepEqual((await json('bgp speaker show edge')).peers, [])
    await ok('bgp speaker delete edge')
    assert.deepEqual([await json('bgp speaker list'), await json('bgp peer list')], [[], []])
  })

  refuses([
    ['bgp peer show nothing', 4, /No bgp peer with a name or ID of 'nothing' exists/],
    ['bgp peer create --peer-ip 192.0.2.1 --remote-as 0 x', 2, /--remote-as/],
    ['bgp peer create --peer-ip 192.0.2.1 --remote-as 1 --auth-type md5 x', 2, /--auth-type md5 requires a password/],
    ['bgp peer create --peer-ip 192.0.2.1 --remote-as 1 --password s x', 2, /Add --auth-type md5/],
    ['bgp speaker create --local-as 4294967296 x', 2, /--local-as/],
    ['bgp speaker show nothing', 4, /No bgp speaker with a name or ID of 'nothing' exists/],
    ['bgp dragent list --bgp-speaker nothing', 4, /No bgp speaker with a name or ID of 'nothing' exists/],
  ])
})
