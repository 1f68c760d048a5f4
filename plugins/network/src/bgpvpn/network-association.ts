import {type Columns, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#bgp-mpls-vpn-interconnection
export const NetworkAssociation = defineResource({
  noun: 'bgpvpn network association',
  service: 'network',
  path: '/bgpvpn/bgpvpns/{bgpvpn}/network_associations',
  member: 'network_association',
  collection: 'network_associations',
  by: 'id',
})

export const networkAssociationFields = fields({
  id: 'id',
  network_id: 'network_id',
  project_id: 'project_id',
})

export const networkAssociationColumns: Columns = pick(networkAssociationFields, {ID: 'id', 'Network ID': 'network_id'})

export const longNetworkAssociationColumns: Columns = pick(networkAssociationFields, {
  ID: 'id',
  Project: 'project_id',
  'Network ID': 'network_id',
})
