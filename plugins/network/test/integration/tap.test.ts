import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'
import {has, rows} from './neutron.ts'

describe('traffic taps', () => {
  before(async function () {
    await needs(this, 'network')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const [network, probe, web, service, flow, mirror] = ['net', 'probe', 'web', 'service', 'flow', 'mirror'].map(
    uniqueName,
  )
  const run = (line: string) => osc(...line.split(' '))
  const json = async (line: string) => JSON.parse(await ok(run(`${line} -f json`)))
  let probeId = ''
  let webId = ''

  it('creates two ports', async () => {
    later('network', 'delete', String(network))
    await ok(run(`network create ${network}`))
    for (const port of [probe, web]) later('port', 'delete', String(port))
    probeId = (await json(`port create --network ${network} ${probe}`)).id
    webId = (await json(`port create --network ${network} ${web}`)).id
  })

  it('copies the traffic of one to the other', async function () {
    if (!(await has('taas'))) this.skip()
    later('tap', 'service', 'delete', String(service))
    const {id} = await json(`tap service create --name ${service} --port ${probe}`)
    await ok(run(`tap service update --description copies ${service}`))
    const [tap] = await rows(`/taas/tap_services?name=${service}`)
    assert.deepEqual([tap?.port_id, tap?.description], [probeId, 'copies'])
    later('tap', 'flow', 'delete', String(flow))
    await ok(run(`tap flow create --name ${flow} --port ${web} --tap-service ${service} --direction both`))
    await ok(run(`tap flow update --description all ${flow}`))
    const [{source_port: source, direction, tap_service_id: serviceId, description} = {}] = await rows(
      `/taas/tap_flows?name=${flow}`,
    )
    assert.deepEqual([source, direction, serviceId, description], [webId, 'BOTH', id, 'all'])
    assert.equal((await json(`tap flow show ${flow}`)).source_port, webId)
    assert.equal((await json(`tap service show ${service}`)).port_id, probeId)
    for (const list of ['tap flow list', 'tap service list'])
      assert.ok(
        (await json(list)).some(({Name}: {Name: string}) => [flow, service].includes(Name)),
        list,
      )
    await ok(run(`tap flow delete ${flow}`))
    await ok(run(`tap service delete ${service}`))
    assert.deepEqual(await rows(`/taas/tap_services?name=${service}`), [])
    await fails(4, run(`tap flow show ${flow}`))
  })

  it('mirrors the traffic of a port', async function () {
    if (!(await has('tap-mirror'))) this.skip()
    later('tap', 'mirror', 'delete', String(mirror))
    const tunnel = '--directions IN=101 --remote-ip 192.0.2.9 --mirror-type gre'
    await ok(run(`tap mirror create --name ${mirror} --port ${web} ${tunnel}`))
    await ok(run(`tap mirror update --description out ${mirror}`))
    const [stored] = await rows(`/taas/tap_mirrors?name=${mirror}`)
    assert.deepEqual([stored?.port_id, stored?.mirror_type, stored?.description], [webId, 'gre', 'out'])
    assert.equal((await json(`tap mirror show ${mirror}`)).remote_ip, '192.0.2.9')
    assert.ok((await json('tap mirror list')).some(({Name}: {Name: string}) => Name === mirror))
    await ok(run(`tap mirror delete ${mirror}`))
    await fails(4, run(`tap mirror show ${mirror}`))
  })
})
