import assert from 'node:assert/strict'
import type {JsonObject} from '@osc-cli/core'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'
import {has, rows} from './neutron.ts'

describe('VPNs', () => {
  before(async function () {
    await needs(this, 'network')
    if (!(await has('vpn-endpoint-groups'))) this.skip()
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const name = uniqueName('vpn')
  const run = (line: string) => osc(...line.split(' '))
  const create = async (noun: string, options: string, own = name) => {
    later(...noun.split(' '), 'delete', own)
    await ok(run(`${noun} create ${options}${options && ' '}${own}`))
  }
  const stored = async (path: string): Promise<JsonObject> => (await rows(`/vpn/${path}?name=${name}`))[0] ?? {}

  it('are on a router with an external gateway', async () => {
    await create('network', '--external', `${name}-ext`)
    await create('subnet', `--network ${name}-ext --subnet-range 198.51.100.0/24`, `${name}-ext`)
    await create('router', '')
    await ok(run(`router set --external-gateway ${name}-ext ${name}`))
    await create('vpn service', `--router ${name}`)
    await ok(run(`vpn service set --disable --description d ${name}`))
    const {admin_state_up: isUp, description, router_id: router} = await stored('vpnservices')
    assert.deepEqual([isUp, description], [false, 'd'])
    const listed = JSON.parse(await ok(run('vpn service list -f json'))).find(
      (row: {Name: string}) => row.Name === name,
    )
    assert.equal(listed.Router, router)
  })

  it('have policies', async () => {
    await create('vpn ike policy', '--ike-version v2 --lifetime value=7200')
    await ok(run(`vpn ike policy set --pfs group14 ${name}`))
    const ike = await stored('ikepolicies')
    assert.deepEqual([ike.ike_version, ike.pfs, ike.lifetime], ['v2', 'group14', {units: 'seconds', value: 7200}])
    await create('vpn ipsec policy', '--encryption-algorithm aes-256')
    await ok(run(`vpn ipsec policy set --lifetime units=seconds,value=600 ${name}`))
    const ipsec = await stored('ipsecpolicies')
    assert.deepEqual([ipsec.encryption_algorithm, ipsec.lifetime], ['aes-256', {units: 'seconds', value: 600}])
  })

  it('connect local subnets with remote networks', async () => {
    await create('network', '')
    await create('subnet', `--network ${name} --subnet-range 10.85.0.0/24`)
    await ok(run(`router add subnet ${name} ${name}`))
    later('router', 'remove', 'subnet', name, name)
    await create('vpn endpoint group', `--type subnet --value ${name}`)
    await create('vpn endpoint group', '--type cidr --value 10.84.0.0/24', `${name}-remote`)
    await ok(run(`vpn endpoint group set --description d ${name}`))
    assert.equal((await stored('endpoint-groups')).description, 'd')
    const peer = '--psk secret --peer-id 203.0.113.9 --peer-address 203.0.113.9'
    const parts = `--vpnservice ${name} --ikepolicy ${name} --ipsecpolicy ${name}`
    const groups = `--local-endpoint-group ${name} --peer-endpoint-group ${name}-remote`
    await create('vpn ipsec site connection', `${peer} ${parts} ${groups} --mtu 1400 --dpd action=clear`)
    await ok(run(`vpn ipsec site connection set --dpd timeout=90 --initiator response-only ${name}`))
    const {mtu, initiator, dpd} = await stored('ipsec-site-connections')
    assert.deepEqual([mtu, initiator, dpd], [1400, 'response-only', {action: 'clear', interval: 30, timeout: 90}])
  })

  it('are deleted once nothing uses them', async () => {
    assert.match(await fails(5, run(`vpn ike policy delete ${name}`)), /in use/)
    await ok(run(`vpn ipsec site connection delete ${name}`))
    await ok(run(`vpn endpoint group delete ${name} ${name}-remote`))
    for (const noun of ['service', 'ike policy', 'ipsec policy']) await ok(run(`vpn ${noun} delete ${name}`))
    assert.deepEqual(await stored('vpnservices'), {})
    assert.match(await fails(4, run(`vpn service show ${name}`)), /No vpn service with a name or ID of/)
  })
})
