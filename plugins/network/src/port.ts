import {asObject, Cells, type Columns, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#ports; the resource itself is Known.Port.
export const portFields = fields({
  admin_state_up: ({admin_state_up: value}) => Cells.upDown(value),
  allowed_address_pairs: ({allowed_address_pairs: value}) => Cells.dicts(value),
  binding_host_id: 'binding:host_id',
  binding_profile: ({'binding:profile': value}) => Cells.dict(value),
  binding_vif_details: ({'binding:vif_details': value}) => Cells.dict(value),
  binding_vif_type: 'binding:vif_type',
  binding_vnic_type: 'binding:vnic_type',
  created_at: 'created_at',
  data_plane_status: 'data_plane_status',
  description: 'description',
  device_id: 'device_id',
  device_owner: 'device_owner',
  device_profile: 'device_profile',
  dns_assignment: ({dns_assignment: value}) => Cells.dicts(value),
  dns_domain: 'dns_domain',
  dns_name: 'dns_name',
  extra_dhcp_opts: ({extra_dhcp_opts: value}) => Cells.dicts(value),
  fixed_ips: ({fixed_ips: value}) => Cells.dicts(value),
  hardware_offload_type: 'hardware_offload_type',
  hints: ({hints}) => hints ?? '',
  id: 'id',
  ip_allocation: 'ip_allocation',
  mac_address: 'mac_address',
  name: 'name',
  network_id: 'network_id',
  numa_affinity_policy: 'numa_affinity_policy',
  port_security_enabled: 'port_security_enabled',
  project_id: 'project_id',
  propagate_uplink_status: 'propagate_uplink_status',
  pvlan_type: 'pvlan_type',
  pvlan_community: 'pvlan_community',
  resource_request: 'resource_request',
  revision_number: 'revision_number',
  qos_network_policy_id: 'qos_network_policy_id',
  qos_policy_id: 'qos_policy_id',
  security_group_ids: ({security_groups: value}) => Cells.list(value),
  status: 'status',
  tags: ({tags: value}) => Cells.list(value),
  trunk_details: 'trunk_details',
  trusted: 'trusted',
  updated_at: 'updated_at',
})

export const portColumns: Columns = pick(portFields, {
  ID: 'id',
  Name: 'name',
  'MAC Address': 'mac_address',
  'Fixed IP Addresses': 'fixed_ips',
  Status: 'status',
})

export const pvlanColumns: Columns = pick(portFields, {
  'PVLAN Type': 'pvlan_type',
  'PVLAN Community': 'pvlan_community',
})

export const longPortColumns: Columns = {
  ...pick(portFields, {'Security Groups': 'security_group_ids', 'Device Owner': 'device_owner', Tags: 'tags'}),
  'Trunk subports': ({trunk_details: trunk}) => Cells.dicts(asObject(trunk).sub_ports),
}
