import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'
import {has, rows} from './neutron.ts'

describe('BGP speakers and peers', () => {
  before(async function () {
    await needs(this, 'network')
    if (!(await has('bgp'))) this.skip()
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const [speaker, peer, renamed, network] = ['speaker', 'peer', 'renamed', 'net'].map(uniqueName)
  const run = (line: string) => osc(...line.split(' '))
  const json = async (line: string) => JSON.parse(await ok(run(`${line} -f json`)))
  const stored = async () => (await rows(`/bgp-speakers?name=${speaker}`))[0]

  it('creates and changes a peer', async () => {
    later('bgp', 'peer', 'delete', String(renamed))
    const create = `bgp peer create --peer-ip 192.0.2.77 --remote-as 64513 --auth-type md5 --password first ${peer}`
    const {id, auth_type: algorithm} = await json(create)
    assert.equal(algorithm, 'md5')
    await ok(run(`bgp peer set --name ${renamed} --password second ${peer}`))
    assert.equal((await rows(`/bgp-peers?id=${id}`))[0]?.name, renamed)
    assert.equal((await json(`bgp peer show ${renamed}`)).id, id)
    assert.ok((await json('bgp peer list')).some((one: {ID: string}) => one.ID === id))
  })

  it('creates and changes a speaker', async () => {
    later('bgp', 'speaker', 'delete', String(speaker))
    const {id} = await json(`bgp speaker create --local-as 64512 --no-advertise-tenant-networks ${speaker}`)
    await ok(run(`bgp speaker set --advertise-tenant-networks --no-advertise-floating-ip-host-routes ${speaker}`))
    const {advertise_tenant_networks: tenants, advertise_floating_ip_host_routes: floating} = (await stored()) ?? {}
    assert.deepEqual([tenants, floating], [true, false])
    assert.equal((await json(`bgp speaker show ${speaker}`)).id, id)
    assert.ok((await json('bgp speaker list')).some((one: {ID: string}) => one.ID === id))
  })

  it('adds a network and a peer to the speaker, and removes them', async () => {
    later('network', 'delete', String(network))
    const {id} = await json(`network create --external ${network}`)
    await ok(run(`bgp speaker add network ${speaker} ${network}`))
    await ok(run(`bgp speaker add peer ${speaker} ${renamed}`))
    const [{id: peerId} = {}] = await rows(`/bgp-peers?name=${renamed}`)
    const {networks, peers} = (await stored()) ?? {}
    assert.deepEqual([networks, peers], [[id], [peerId]])
    await fails(5, run(`bgp speaker add peer ${speaker} ${renamed}`))
    assert.deepEqual(await json(`bgp speaker list advertised routes ${speaker}`), [])
    await ok(run(`bgp speaker remove network ${speaker} ${network}`))
    await ok(run(`bgp speaker remove peer ${speaker} ${renamed}`))
    const after = await stored()
    assert.deepEqual([after?.networks, after?.peers], [[], []])
  })

  it('lists dynamic routing agents', async () => {
    for (const {'Agent Type': type} of await json('bgp dragent list')) assert.equal(type, 'BGP dynamic routing agent')
    assert.ok(Array.isArray(await json(`bgp dragent list --bgp-speaker ${speaker}`)))
    await fails(4, run(`bgp dragent add speaker 00000000-0000-4000-8000-000000000000 ${speaker}`))
  })

  it('deletes the speaker and the peer', async () => {
    await ok(run(`bgp speaker delete ${speaker}`))
    await ok(run(`bgp peer delete ${renamed}`))
    assert.deepEqual([await stored(), await rows(`/bgp-peers?name=${renamed}`)], [undefined, []])
    await fails(4, run(`bgp speaker show ${speaker}`))
  })
})
