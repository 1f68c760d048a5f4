import {type Api, Cells, type Columns, defineResource, Flags, fields, type JsonObject, UsageError} from '@osc-cli/core'
import {columnsOf} from '#columns-of'
import {EndpointGroup} from '#vpn/endpoint-group'
import {wholeNumber} from '#vpn/policy'

// https://docs.openstack.org/api-ref/network/v2/#vpnaas-2-0-vpn-vpnservices-ikepolicies-ipsecpolicies-endpoint-groups-ipsec-site-connections
export const IpsecSiteConnection = defineResource({
  noun: 'vpn ipsec site connection',
  service: 'network',
  path: '/vpn/ipsec-site-connections',
  member: 'ipsec_site_connection',
  collection: 'ipsec_site_connections',
  updateMethod: 'PUT',
})

export const connectionFields = fields({
  'Authentication Algorithm': 'auth_mode',
  DPD: 'dpd',
  Description: 'description',
  ID: 'id',
  'IKE Policy': 'ikepolicy_id',
  'IPSec Policy': 'ipsecpolicy_id',
  Initiator: 'initiator',
  'Local Endpoint Group ID': 'local_ep_group_id',
  'Local ID': 'local_id',
  MTU: 'mtu',
  Name: 'name',
  'Peer Address': 'peer_address',
  'Peer CIDRs': ({peer_cidrs: cidrs}) => Cells.list(cidrs),
  'Peer Endpoint Group ID': 'peer_ep_group_id',
  'Peer ID': 'peer_id',
  'Pre-shared Key': 'psk',
  Project: 'project_id',
  'Route Mode': 'route_mode',
  State: 'admin_state_up',
  Status: 'status',
  'VPN Service': 'vpnservice_id',
})

export const connectionColumns = columnsOf(
  connectionFields,
  'ID',
  'Name',
  'Peer Address',
  'Authentication Algorithm',
  'Status',
)

export const longConnectionColumns: Columns = {
  ...connectionColumns,
  ...columnsOf(
    connectionFields,
    'Project',
    'Peer CIDRs',
    'VPN Service',
    'IPSec Policy',
    'IKE Policy',
    'MTU',
    'Initiator',
    'State',
    'Description',
    'Pre-shared Key',
    'Route Mode',
    'Local ID',
    'Peer ID',
    'Local Endpoint Group ID',
    'Peer Endpoint Group ID',
    'DPD',
  ),
}

/** What happens to a connection whose peer does not answer any more. */
const DPD_ACTIONS = ['hold', 'clear', 'restart', 'restart-by-peer', 'disabled']

/** The options that `create` and `set` share. Read with `connectionBody`. */
export const connectionFlags = {
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  dpd: Flags.pairs({
    description: `Dead peer detection (action: ${DPD_ACTIONS.join(', ')}; default: action=hold,interval=30,timeout=120)`,
    helpValue: 'action=ACTION,interval=SECONDS,timeout=SECONDS',
    keys: {optional: ['action', 'interval', 'timeout']},
  }),
  mtu: Flags.string({description: 'MTU of the connection in bytes (default: 1500)', helpValue: 'MTU'}),
  initiator: Flags.anyCase({
    description: 'Whether this side initiates the connection (default: bi-directional)',
    helpValue: 'INITIATOR',
    options: ['bi-directional', 'response-only'],
    ignoreCase: true,
  }),
  'peer-cidr': Flags.string({
    description: 'Remote subnet in CIDR notation, if the VPN service has a subnet',
    helpValue: 'CIDR',
    exclusive: ['local-endpoint-group'],
  }),
  'local-endpoint-group': Flags.string({
    description: 'Endpoint group with the local subnets (name or ID)',
    helpValue: 'GROUP',
    exclusive: ['peer-cidr'],
  }),
  'peer-endpoint-group': Flags.string({
    description: 'Endpoint group with the remote subnets in CIDR notation (name or ID)',
    helpValue: 'GROUP',
  }),
  ...Flags.choices({enable: 'Enable the connection', disable: 'Disable the connection'}),
  'local-id': Flags.string({
    description: 'Identity of the local router instead of its external IP address',
    helpValue: 'ID',
  }),
}

/** What the options for the peer have in common in `create`, which requires them, and `set`. */
export const peerOptions = {
  id: {description: 'Identity of the peer: an IP address, e-mail address, key ID or FQDN', helpValue: 'ID'},
  address: {description: 'Public IP address or FQDN of the peer', helpValue: 'ADDRESS'},
}

/** The options that not every Neutron supports. */
export const connectionNeeds = {
  'local-endpoint-group': {extension: 'vpn-endpoint-groups'},
  'peer-endpoint-group': {extension: 'vpn-endpoint-groups'},
}

interface ConnectionFlags {
  description?: string | undefined
  dpd?: readonly Record<string, string>[] | undefined
  mtu?: string | undefined
  initiator?: string | undefined
  'peer-cidr'?: string | undefined
  'local-endpoint-group'?: string | undefined
  'peer-endpoint-group'?: string | undefined
  'local-id'?: string | undefined
  'peer-id'?: string | undefined
  'peer-address'?: string | undefined
}

/** The attributes that these options name. */
export async function connectionBody(
  api: Api,
  flags: ConnectionFlags & Readonly<Record<string, unknown>>,
): Promise<JsonObject> {
  const {'local-endpoint-group': local, 'peer-endpoint-group': peer, dpd} = flags
  const detection = dpd && dpdOf(Object.assign({}, ...dpd))
  const groups = api(EndpointGroup)
  const [localId, peerId] = await Promise.all([
    local ? groups.id(local) : undefined,
    peer ? groups.id(peer) : undefined,
  ])
  return {
    description: flags.description,
    mtu: flags.mtu || undefined,
    admin_state_up: Flags.chosen(flags, {enable: true, disable: false}),
    initiator: flags.initiator,
    dpd: detection,
    local_ep_group_id: localId,
    peer_ep_group_id: peerId,
    peer_cidrs: flags['peer-cidr'] ? [flags['peer-cidr']] : undefined,
    local_id: flags['local-id'],
    peer_id: flags['peer-id'],
    peer_address: flags['peer-address'],
  }
}

function dpdOf({action, interval, timeout}: Readonly<Record<string, string>>): JsonObject {
  if (action !== undefined && !DPD_ACTIONS.includes(action))
    throw new UsageError(`Option --dpd: action '${action}' is not supported.`, {
      hint: `Choose one of: ${DPD_ACTIONS.join(', ')}.`,
    })
  return {
    ...(action && {action}),
    ...(interval !== undefined && {interval: wholeNumber('dpd', 'interval', interval, 1)}),
    ...(timeout !== undefined && {timeout: wholeNumber('dpd', 'timeout', timeout, 1)}),
  }
}

/** UsageError unless the options name what a new connection reaches: both endpoint groups, or a CIDR. */
export function checkEndpoints({
  'peer-cidr': cidr,
  'local-endpoint-group': local,
  'peer-endpoint-group': peer,
}: ConnectionFlags): void {
  if (Boolean(local) !== Boolean(peer))
    throw new UsageError('A connection requires both a local and a peer endpoint group.', {
      hint: 'Use --local-endpoint-group and --peer-endpoint-group together.',
    })
  if (!cidr && !local)
    throw new UsageError('Specify endpoint groups or a peer CIDR.', {
      hint: 'Use --local-endpoint-group and --peer-endpoint-group, or --peer-cidr.',
    })
}
