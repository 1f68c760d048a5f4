import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'
import {has, rows} from './neutron.ts'

describe('resources of networks, ports and routers', () => {
  before(async function () {
    await needs(this, 'network')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const [network, uplink, blue, trunk, policy, router] = ['net', 'uplink', 'blue', 'trunk', 'qos', 'router'].map(
    uniqueName,
  )
  const run = (line: string) => osc(...line.split(' '))
  const json = async (line: string) => JSON.parse(await ok(run(`${line} -f json`)))
  let networkId = ''

  it('creates a network with two ports, and a router', async () => {
    later('network', 'delete', String(network))
    networkId = (await json(`network create ${network}`)).id
    for (const port of [uplink, blue]) {
      later('port', 'delete', String(port))
      await ok(run(`port create --network ${network} ${port}`))
    }
    later('router', 'delete', String(router))
    await ok(run(`router create ${router}`))
  })

  it('shows the IP address usage of the network', async () => {
    const {total_ips: total, network_id: id} = await json(`ip availability show ${network}`)
    assert.deepEqual([id, total], [networkId, 0])
  })

  it('shares the network and stops sharing it', async function () {
    if (!(await has('rbac-policies'))) this.skip()
    const rule = await json(
      `network rbac create --type network --action access_as_shared --target-all-projects ${network}`,
    )
    later('network', 'rbac', 'delete', rule.id)
    const [stored] = await rows(`/rbac-policies?id=${rule.id}`)
    assert.deepEqual([stored?.object_id, stored?.target_tenant], [networkId, '*'])
    await ok(run(`network rbac delete ${rule.id}`))
    assert.deepEqual(await rows(`/rbac-policies?id=${rule.id}`), [])
    await fails(4, run(`network rbac show ${rule.id}`))
  })

  it('adds a subport to a trunk and removes it', async function () {
    if (!(await has('trunk'))) this.skip()
    later('network', 'trunk', 'delete', String(trunk))
    await ok(run(`network trunk create --parent-port ${uplink} ${trunk}`))
    await ok(run(`network trunk subport add --segmentation-type vlan --segmentation-id 42 ${trunk} ${blue}`))
    const [stored] = await rows(`/trunks?name=${trunk}`)
    assert.match(JSON.stringify(stored?.sub_ports), /"segmentation_id": ?42/)
    await ok(run(`network trunk unset --subport ${blue} ${trunk}`))
    assert.deepEqual((await rows(`/trunks?name=${trunk}`))[0]?.sub_ports, [])
    await ok(run(`network trunk delete ${trunk}`))
  })

  it('limits bandwidth', async function () {
    if (!(await has('qos'))) this.skip()
    later('network', 'qos', 'policy', 'delete', String(policy))
    await ok(run(`network qos policy create ${policy}`))
    const {id} = await json(`network qos rule create --type bandwidth-limit --max-kbps 1000 --egress ${policy}`)
    await ok(run(`network qos rule set --max-kbps 2000 ${policy} ${id}`))
    const [stored] = await rows(`/qos/policies?name=${policy}`)
    assert.match(JSON.stringify(stored?.rules), /"max_kbps": ?2000/)
    await ok(run(`network qos rule delete ${policy} ${id}`))
    await fails(4, run(`network qos rule show ${policy} ${id}`))
  })

  it('tracks connections in a router', async function () {
    if (!(await has('l3-conntrack-helper'))) this.skip()
    const {id} = await json(`network l3 conntrack helper create --helper tftp --protocol udp --port 69 ${router}`)
    later('network', 'l3', 'conntrack', 'helper', 'delete', String(router), id)
    await ok(run(`network l3 conntrack helper set --port 70 ${router} ${id}`))
    const {id: routerId} = await json(`router show ${router}`)
    assert.equal((await rows(`/routers/${routerId}/conntrack_helpers`))[0]?.port, 70)
    await ok(run(`network l3 conntrack helper delete ${router} ${id}`))
  })
})
