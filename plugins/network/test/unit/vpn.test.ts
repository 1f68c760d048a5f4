import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('VPNs', () => {
  const {ok, json, fails, refuses} = onSandbox()
  const peer = '--psk key --peer-address 203.0.113.9 --peer-id 203.0.113.9'
  const parts = '--vpnservice site --ikepolicy strong --ipsecpolicy strong'
  const connect = `vpn ipsec site connection create ${peer} ${parts}`

  it('have endpoint groups of subnets and of remote networks', async () => {
    await ok('network create private')
    const {id} = await json('subnet create --network private --subnet-range 10.1.0.0/24 private-v4')
    const local = await json('vpn endpoint group create --type subnet --value private-v4 local')
    assert.deepEqual([local.Type, local.Endpoints], ['subnet', [id]])
    await ok('vpn endpoint group create --type cidr --value 10.2.0.0/24 --value 10.3.0.0/24 other')
    await ok('vpn endpoint group set --name remote --description "Two networks" other')
    const remote = await json('vpn endpoint group show remote')
    assert.deepEqual([remote.Endpoints, remote.Description], [['10.2.0.0/24', '10.3.0.0/24'], 'Two networks'])
  })

  it('have policies whose lifetime keeps what a change does not name', async () => {
    const ike = await json('vpn ike policy create --lifetime value=7200 --pfs GROUP14 strong')
    assert.deepEqual([ike.Lifetime, ike['Perfect Forward Secrecy (PFS)']], [{units: 'seconds', value: 7200}, 'group14'])
    await ok('vpn ike policy set --ike-version v2 --phase1-negotiation-mode aggressive strong')
    const changed = await json('vpn ike policy show strong')
    assert.deepEqual([changed['IKE Version'], changed['Phase1 Negotiation Mode']], ['v2', 'aggressive'])
    await ok('vpn ipsec policy create --encryption-algorithm aes-256-gcm-16 strong')
    await ok('vpn ipsec policy set --transform-protocol ah --encapsulation-mode transport strong')
    const [{'Encapsulation Mode': mode, 'Transform Protocol': protocol, Lifetime}] =
      await json('vpn ipsec policy list --long')
    assert.deepEqual([mode, protocol, Lifetime.value], ['transport', 'ah', 3600])
  })

  it('connect a service with a remote site', async () => {
    const {id: router} = await json('router create edge')
    await ok('vpn service create --router edge site')
    await ok('vpn service set --disable site')
    const [service] = await json('vpn service list')
    assert.deepEqual([service.Router, service.State], [router, false])
    const groups = '--local-endpoint-group local --peer-endpoint-group remote'
    const made = await json(`${connect} ${groups} --dpd action=clear,timeout=60 berlin`)
    assert.deepEqual(made.DPD, {action: 'clear', interval: 30, timeout: 60})
    await ok('vpn ipsec site connection set --dpd interval=20 --disable --initiator response-only berlin')
    const found = await json('vpn ipsec site connection show berlin')
    assert.deepEqual(found.DPD, {action: 'clear', interval: 20, timeout: 60})
    assert.deepEqual([found.State, found.Initiator, found['VPN Service']], [false, 'response-only', service.ID])
  })

  it('connect a subnet with one remote network', async () => {
    const made = await json(`${connect} --peer-cidr 10.9.0.0/24 paris`)
    assert.deepEqual(made['Peer CIDRs'], ['10.9.0.0/24'])
    assert.match(await ok('vpn ipsec site connection list --long -f csv'), /"Peer CIDRs"/)
  })

  it('are deleted once nothing uses them', async () => {
    await fails('vpn ike policy delete strong', 5, /in use by existing IPsec connection/)
    await fails('vpn endpoint group delete remote', 5, /in use by IPsec site connection/)
    await ok('vpn ipsec site connection delete berlin paris')
    await ok('vpn service delete site')
    await ok('vpn ike policy delete strong')
    await ok('vpn ipsec policy delete strong')
    await ok('vpn endpoint group delete local remote')
    assert.deepEqual(await json('vpn endpoint group list'), [])
  })

  refuses([
    ['vpn ike policy create --lifetime value=59 x', 2, /value '59' is not an integer of at least 60/],
    ['vpn ike policy create --lifetime units=days x', 2, /units 'days' is not supported/],
    ['vpn ike policy create --lifetime hours=1 x', 2, /hours/],
    ['vpn ipsec policy create --pfs group1 x', 2, /group1/],
    [`${connect} x`, 2, /Specify endpoint groups or a peer CIDR/],
    [`${connect} --local-endpoint-group local x`, 2, /requires both a local and a peer endpoint group/],
    [`${connect} --peer-cidr 10.9.0.0/24 --dpd action=stop x`, 2, /action 'stop' is not supported/],
    [`${connect} --peer-cidr 10.9.0.0/24 --dpd interval=0 x`, 2, /interval '0' is not an integer of at least 1/],
    ['vpn service create --router nothing x', 4, /No router with a name or ID of 'nothing' exists/],
    ['vpn service show nothing', 4, /No vpn service with a name or ID of 'nothing' exists/],
  ])
})
