import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'
import {has, rows} from './neutron.ts'

describe('network resources that are found by ID', () => {
  before(async function () {
    await needs(this, 'network')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const run = (line: string) => osc(...line.split(' '))
  const json = async (line: string) => JSON.parse(await ok(run(`${line} -f json`)))

  it('disables a network agent and enables it', async function () {
    const [agent] = (await has('agent')) ? await rows('/agents') : []
    if (!agent) this.skip()
    const stored = async () => (await rows('/agents')).find(({id}) => id === agent.id)?.admin_state_up
    later('network', 'agent', 'set', '--enable', String(agent.id))
    await ok(run(`network agent set --disable ${agent.id}`))
    assert.equal(await stored(), false)
    assert.equal((await json(`network agent show ${agent.id}`)).admin_state_up, false)
    await ok(run(`network agent set --enable ${agent.id}`))
    assert.equal(await stored(), true)
  })

  it('lists the service providers', async () => {
    const listed = await json('network service provider list')
    const stored = await rows('/service-providers')
    assert.deepEqual(
      listed,
      stored.map((one) => ({'Service Type': one.service_type, Name: one.name, Default: one.default})),
    )
  })

  it('associates a port with a local IP', async function () {
    if (!(await has('local_ip'))) this.skip()
    const name = uniqueName('local-ip')
    later('network', 'delete', name)
    await ok(run(`network create ${name}`))
    await ok(run(`subnet create --network ${name} --subnet-range 10.85.0.0/24 ${name}`))
    later('port', 'delete', name)
    const port = await json(`port create --network ${name} ${name}`)
    later('local', 'ip', 'delete', name)
    const localIp = await json(`local ip create --network ${name} --name ${name}`)
    const associations = () => rows(`/local_ips/${localIp.id}/port_associations`)
    await ok(run(`local ip association create ${name} ${name}`))
    assert.deepEqual(
      (await associations()).map((one) => [one.fixed_port_id, one.fixed_ip]),
      [[port.id, port.fixed_ips[0].ip_address]],
    )
    await ok(run(`local ip association delete ${name} ${port.id}`))
    assert.deepEqual(await associations(), [])
    await fails(4, run(`local ip association delete ${name} ${port.id}`))
  })

  it('creates and deletes a default security group rule', async function () {
    if (!(await has('security-groups-default-rules'))) this.skip()
    const {id} = await json('default security group rule create --protocol tcp --dst-port 22')
    later('default', 'security', 'group', 'rule', 'delete', id)
    const stored = async () => (await rows('/default-security-group-rules')).filter((rule) => rule.id === id)
    assert.deepEqual(
      (await stored()).map((rule) => [rule.protocol, rule.port_range_max, rule.used_in_default_sg]),
      [['tcp', 22, false]],
    )
    await ok(run(`default security group rule delete ${id}`))
    assert.deepEqual(await stored(), [])
    await fails(4, run(`default security group rule show ${id}`))
  })
})
