import assert from 'node:assert/strict'
import {networkFaults} from '../../src/netenv.ts'
import {story} from './support/story.ts'

const CARDS = `resources:
  config:
    properties:
      config:
        os_net_config:
          network_config:
            - {type: ovs_bridge, name: br-a, members: [{type: ovs_bond}, {type: ovs_bond}]}
            - {type: ovs_bridge, name: br-b, members: [{type: interface}, {type: interface}]}
            - {type: ovs_bridge, name: br-c, members: [{type: interface}]}
`
const ENVIRONMENT = `resource_registry: {"OS::TripleO::Compute::Net::SoftwareConfig": nic/compute.yaml}
parameter_defaults: {InternalNetCidr: 192.0.2.0/24}
`

describe('network environments', () => {
  const {ok, refuses, run} = story({
    'good.yaml': 'parameter_defaults: {InternalNetCidr: 192.0.2.0/24}\n',
    'nets/bad.yaml': ENVIRONMENT,
    'nets/nic/compute.yaml': CARDS,
  })

  const cases: [fault: string, values: Parameters<typeof networkFaults>[0]][] = [
    ["ANetCidr: 'x' is not an address range such as 192.0.2.0/24.", {ANetCidr: 'x'}],
    [
      'ANetCidr (192.0.2.0/24) overlaps with BNetCidr (192.0.2.128/25).',
      {ANetCidr: '192.0.2.0/24', BNetCidr: '192.0.2.128/25'},
    ],
    [
      'AAllocationPools: 192.0.3.9 is not in ANetCidr (192.0.2.0/24).',
      {ANetCidr: '192.0.2.0/24', AAllocationPools: [{start: '192.0.2.9', end: '192.0.3.9'}]},
    ],
    ['AAllocationPools: ANetCidr is missing or invalid.', {AAllocationPools: []}],
    ['ANetworkVlanID and BNetworkVlanID have the same VLAN ID 5.', {ANetworkVlanID: 5, BNetworkVlanID: 5}],
  ]
  for (const [fault, values] of cases) it(fault, () => assert.deepEqual(networkFaults(values), [fault]))

  it('are valid', async () => {
    await ok('overcloud netenv validate -f good.yaml')
    assert.deepEqual(networkFaults({ANetCidr: '192.0.2.0/24', BNetCidr: '198.51.100.0/24', ANetworkVlanID: 1}), [])
  })

  it('have at most one bond or interface for each bridge', async () => {
    const {status, stderr} = await run('overcloud netenv validate -f nets/bad.yaml')
    assert.equal(status, 1)
    assert.match(stderr, /2 faults found\.\n {2}nets\/nic\/compute\.yaml: The bridge br-a has 2 bonds/)
    assert.match(stderr, /The bridge br-b has 2 interfaces without a bond/)
  })

  refuses([['overcloud netenv validate', 2, /network-environment\.yaml/]])
})
