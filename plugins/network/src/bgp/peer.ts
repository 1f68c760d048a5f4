import {type Columns, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#bgp-peers
export const BgpPeer = defineResource({
  noun: 'bgp peer',
  service: 'network',
  path: '/bgp-peers',
  member: 'bgp_peer',
  collection: 'bgp_peers',
  updateMethod: 'PUT',
})

export const bgpPeerFields = fields({
  auth_type: 'auth_type',
  id: 'id',
  name: 'name',
  peer_ip: 'peer_ip',
  project_id: 'project_id',
  remote_as: 'remote_as',
})

export const bgpPeerColumns: Columns = pick(bgpPeerFields, {
  ID: 'id',
  Name: 'name',
  'Peer IP': 'peer_ip',
  'Remote AS': 'remote_as',
})
