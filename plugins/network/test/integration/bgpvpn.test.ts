import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'
import {has, rows} from './neutron.ts'

describe('BGP VPNs', () => {
  before(async function () {
    await needs(this, 'network')
    if (!(await has('bgpvpn'))) this.skip()
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const [vpn, other, network, router, port] = ['vpn', 'other', 'net', 'router', 'port'].map(uniqueName)
  const run = (line: string) => osc(...line.split(' '))
  const json = async (line: string) => JSON.parse(await ok(run(`${line} -f json`)))
  let id = ''
  const stored = async () => (await rows(`/bgpvpn/bgpvpns?id=${id}`))[0]
  const associations = (kind: string) => rows(`/bgpvpn/bgpvpns/${id}/${kind}_associations`)

  it('creates a BGP VPN and changes its route targets', async () => {
    later('bgpvpn', 'delete', String(vpn))
    id = (await json(`bgpvpn create --name ${vpn} --route-target 64512:1 --import-target 64512:2`)).id
    await ok(run(`bgpvpn set --route-target 64512:3 --no-import-target --export-target 64512:4 ${vpn}`))
    await ok(run(`bgpvpn unset --route-target 64512:1 ${vpn}`))
    const {route_targets: both, import_targets: imported, export_targets: exported} = (await stored()) ?? {}
    assert.deepEqual([both, imported, exported], [['64512:3'], [], ['64512:4']])
    const [listed] = await json(`bgpvpn list --long --property name=${vpn}`)
    assert.deepEqual([listed.ID, listed['Route Targets']], [id, ['64512:3']])
  })

  it('adds a network and removes it', async () => {
    later('network', 'delete', String(network))
    const {id: networkId} = await json(`network create ${network}`)
    const {id: association} = await json(`bgpvpn network association create ${vpn} ${network}`)
    assert.equal((await associations('network'))[0]?.network_id, networkId)
    assert.equal((await json(`bgpvpn network association show ${association} ${vpn}`)).network_id, networkId)
    assert.equal((await json(`bgpvpn network association list ${vpn}`))[0].ID, association)
    await fails(1, run(`bgpvpn network association create ${vpn} ${network}`))
    await ok(run(`bgpvpn network association delete ${association} ${vpn}`))
    assert.deepEqual(await associations('network'), [])
  })

  it('adds a router and removes it', async function () {
    if (!(await has('bgpvpn-routes-control'))) this.skip()
    later('router', 'delete', String(router))
    await ok(run(`router create ${router}`))
    const {id: association} = await json(`bgpvpn router association create ${vpn} ${router}`)
    const advertises = async () => (await associations('router'))[0]?.advertise_extra_routes
    await ok(run(`bgpvpn router association set --no-advertise_extra_routes ${association} ${vpn}`))
    assert.equal(await advertises(), false)
    await ok(run(`bgpvpn router association unset --no-advertise_extra_routes ${association} ${vpn}`))
    assert.equal(await advertises(), true)
    await ok(run(`bgpvpn router association delete ${association} ${vpn}`))
    assert.deepEqual(await associations('router'), [])
  })

  it('adds a port with routes and removes it', async function () {
    if (!(await has('bgpvpn-routes-control'))) this.skip()
    later('bgpvpn', 'delete', String(other))
    const {id: otherId} = await json(`bgpvpn create --name ${other}`)
    later('port', 'delete', String(port))
    await ok(run(`port create --network ${network} ${port}`))
    const create = `bgpvpn port association create ${vpn} ${port} --prefix-route prefix=198.51.100.0/24,local_pref=100`
    const {id: association} = await json(create)
    await ok(run(`bgpvpn port association set --bgpvpn-route bgpvpn=${other} ${association} ${vpn}`))
    const [listed] = await json(`bgpvpn port association list --long ${vpn}`)
    assert.deepEqual(listed['Prefix Routes (BGP LOCAL_PREF)'], ['198.51.100.0/24 (100)'])
    assert.deepEqual(listed['BGP VPN Routes (BGP LOCAL_PREF)'], [otherId])
    await ok(run(`bgpvpn port association unset --all-prefix-routes ${association} ${vpn}`))
    const routes = (await associations('port'))[0]?.routes
    assert.match(JSON.stringify(routes), new RegExp(`^\\[[^\\]]*${otherId}[^\\]]*\\]$`))
    assert.doesNotMatch(JSON.stringify(routes), /198\.51\.100/)
    await ok(run(`bgpvpn port association delete ${association} ${vpn}`))
    assert.deepEqual(await associations('port'), [])
  })

  it('deletes the BGP VPN', async () => {
    await ok(run(`bgpvpn delete ${vpn}`))
    assert.equal(await stored(), undefined)
    await fails(4, run(`bgpvpn show ${vpn}`))
  })
})
