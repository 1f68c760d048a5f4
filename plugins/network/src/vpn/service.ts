import {type Api, type Columns, defineResource, Flags, fields, type JsonObject, Known, type Row} from '@osc-cli/core'
import {columnsOf} from '#columns-of'
import {NetworkFlavor} from '#network-flavor'

// https://docs.openstack.org/api-ref/network/v2/#vpnaas-2-0-vpn-vpnservices-ikepolicies-ipsecpolicies-endpoint-groups-ipsec-site-connections
export const VpnService = defineResource({
  noun: 'vpn service',
  service: 'network',
  path: '/vpn/vpnservices',
  member: 'vpnservice',
  collection: 'vpnservices',
  updateMethod: 'PUT',
})

const vpnServiceFields = fields({
  Description: 'description',
  'Ext v4 IP': 'external_v4_ip',
  'Ext v6 IP': 'external_v6_ip',
  Flavor: 'flavor_id',
  ID: 'id',
  Name: 'name',
  Project: 'project_id',
  Router: 'router_id',
  State: 'admin_state_up',
  Status: 'status',
  Subnet: 'subnet_id',
})

/** The fields of a service. Neutron sends the flavor if it has the extension `vpn-flavors`. */
export function shownVpnService({flavor_id: flavor}: Row): Columns {
  const {Flavor, ...others} = vpnServiceFields
  return flavor === undefined ? others : vpnServiceFields
}

export const vpnServiceColumns: Columns = {
  ...columnsOf(vpnServiceFields, 'ID', 'Name', 'Router', 'Subnet'),
  // Empty without the extension.
  Flavor: 'flavor_id',
  ...columnsOf(vpnServiceFields, 'State', 'Status'),
}

export const longVpnServiceColumns: Columns = {
  ...vpnServiceColumns,
  ...columnsOf(vpnServiceFields, 'Description', 'Project', 'Ext v4 IP', 'Ext v6 IP'),
}

/** The options that `create` and `set` share. Read with `vpnServiceBody`. */
export const vpnServiceFlags = {
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  subnet: Flags.string({
    description: 'Local subnet (name or ID), for connections with --peer-cidr',
    helpValue: 'SUBNET',
  }),
  flavor: Flags.string({description: 'Network flavor of the VPN service (name or ID)', helpValue: 'FLAVOR'}),
  ...Flags.choices({enable: 'Enable the VPN service', disable: 'Disable the VPN service'}),
}

/** The options that not every Neutron supports. */
export const vpnServiceNeeds = {flavor: {extension: 'vpn-flavors'}}

interface VpnServiceFlags {
  description?: string | undefined
  subnet?: string | undefined
  flavor?: string | undefined
}

/** The attributes that `vpnServiceFlags` name. */
export async function vpnServiceBody(
  api: Api,
  flags: VpnServiceFlags & Readonly<Record<string, unknown>>,
): Promise<JsonObject> {
  const [subnet, flavor] = await Promise.all([
    flags.subnet ? api(Known.Subnet).id(flags.subnet) : undefined,
    flags.flavor ? api(NetworkFlavor).id(flags.flavor) : undefined,
  ])
  return {
    description: flags.description,
    subnet_id: subnet,
    flavor_id: flavor,
    admin_state_up: Flags.chosen(flags, {enable: true, disable: false}),
  }
}
