import assert from 'node:assert/strict'
import {fencingEnvironment} from '../../src/fencing.ts'

const machine = {pm_type: 'ipmi', pm_addr: '192.0.2.1', pm_user: 'u', pm_password: 'p', ports: [{address: 'aa:bb'}]}
const devicesOf = (nodes: Parameters<typeof fencingEnvironment>[0], options = {}) =>
  Object(fencingEnvironment(nodes, {lanplus: true, ...options})).parameter_defaults.FencingConfig.devices

describe('fencing', () => {
  it('uses IPMI with its options', () =>
    assert.deepEqual(devicesOf({nodes: [machine]}, {delay: 5, cipher: 3, level: 'operator'}), [
      {
        agent: 'fence_ipmilan',
        host_mac: 'aa:bb',
        params: {ipaddr: '192.0.2.1', login: 'u', passwd: 'p', delay: 5, cipher: 3, privlvl: 'operator', lanplus: true},
      },
    ]))

  it('uses Redfish, in the older notation of the file', () => {
    const {ports: _, ...old} = {...machine, pm_type: 'redfish', pm_system_id: '/systems/1', pm_port: '443', mac: ['cc']}
    assert.deepEqual(devicesOf([old], {cipher: 3}), [
      {
        agent: 'fence_redfish',
        host_mac: 'cc',
        params: {ipaddr: '192.0.2.1', login: 'u', passwd: 'p', ipport: '443', systems_uri: '/systems/1'},
      },
    ])
  })

  it('refuses a file without machines', () => {
    for (const content of [null, 'text', [], {}, {nodes: []}, {nodes: 'text'}])
      assert.throws(() => devicesOf(content), /The file does not have a list of machines\./)
  })

  it('refuses machines that it cannot fence', () => {
    assert.throws(() => devicesOf([{...machine, pm_type: 'fake-hardware', name: 'm1'}]), /Machine m1: No fencing agent/)
    assert.throws(() => devicesOf([{...machine, ports: []}]), /Machine number 1: No MAC address/)
  })
})
