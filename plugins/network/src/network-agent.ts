import {Cells, type Columns, defineResource, Formatted, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#agents
export const NetworkAgent = defineResource({
  noun: 'network agent',
  service: 'network',
  path: '/agents',
  member: 'agent',
  collection: 'agents',
  updateMethod: 'PUT',
  by: 'id',
})

export const agentFields = fields({
  admin_state_up: ({admin_state_up: value}) => Cells.upDown(value),
  agent_type: 'agent_type',
  alive: ({alive}) => new Formatted(alive ?? null, () => (alive ? ':-)' : 'XXX')),
  availability_zone: 'availability_zone',
  binary: 'binary',
  configuration: 'configurations',
  created_at: 'created_at',
  description: 'description',
  ha_chassis_priority: 'ha_chassis_priority',
  ha_state: 'ha_state',
  host: 'host',
  id: 'id',
  last_heartbeat_at: 'heartbeat_timestamp',
  resources_synced: 'resources_synced',
  started_at: 'started_at',
  topic: 'topic',
})

export const agentColumns: Columns = pick(agentFields, {
  ID: 'id',
  'Agent Type': 'agent_type',
  Host: 'host',
  'Availability Zone': 'availability_zone',
  Alive: 'alive',
  State: 'admin_state_up',
  Binary: 'binary',
})

/** Agent types as the API names them, by the values of `--agent-type`. */
export const AGENT_TYPES: Readonly<Record<string, string>> = {
  bgp: 'BGP dynamic routing agent',
  dhcp: 'DHCP agent',
  'open-vswitch': 'Open vSwitch agent',
  'linux-bridge': 'Linux bridge agent',
  ofa: 'OFA driver agent',
  l3: 'L3 agent',
  loadbalancer: 'Loadbalancer agent',
  metering: 'Metering agent',
  metadata: 'Metadata agent',
  macvtap: 'Macvtap agent',
  nic: 'NIC Switch agent',
  baremetal: 'Baremetal Node',
  'ovn-controller': 'OVN Controller agent',
  'ovn-controller-gateway': 'OVN Controller Gateway agent',
  'ovn-metadata': 'OVN Metadata agent',
  'ovn-agent': 'OVN Neutron agent',
}
