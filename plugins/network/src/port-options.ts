import {type Api, Flags, type JsonObject, UsageError} from '@osc-cli/core'
import {addressPairFlag} from '#address-pair'
import {qosPolicyId} from '#qos-policy'

const VNIC_TYPES = [
  'accelerator-direct',
  'accelerator-direct-physical',
  'direct',
  'direct-physical',
  'macvtap',
  'normal',
  'baremetal',
  'virtio-forwarder',
  'smart-nic',
  'vdpa',
  'remote-managed',
]

const numa = (policy: string) => `NUMA affinity policy: ${policy}`

/** The options that `port create` and `port set` have in common. */
export const portFlags = {
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  device: Flags.string({description: 'ID of the device that uses the port', helpValue: 'DEVICE-ID'}),
  'mac-address': Flags.string({description: 'MAC address', helpValue: 'MAC-ADDRESS'}),
  'device-owner': Flags.string({
    description: 'Kind of device that uses the port, for example network:dhcp',
    helpValue: 'DEVICE-OWNER',
  }),
  'vnic-type': Flags.string({description: 'Type of virtual network card (default: normal)', options: VNIC_TYPES}),
  host: Flags.string({description: 'Host to bind the port on (ID)', helpValue: 'HOST-ID'}),
  'dns-domain': Flags.string({description: 'DNS domain', helpValue: 'DNS-DOMAIN'}),
  'dns-name': Flags.string({description: 'DNS name', helpValue: 'DNS-NAME'}),
  ...Flags.choices({
    'numa-policy-required': numa('required'),
    'numa-policy-preferred': numa('preferred'),
    'numa-policy-socket': numa('socket'),
    'numa-policy-legacy': numa('legacy'),
  }),
  hint: Flags.jsonOrPairs({description: 'Hint for the network backend: ALIAS=VALUE or JSON', helpValue: 'ALIAS=VALUE'}),
  ...Flags.choices({trusted: 'Mark the port as trusted', 'not-trusted': 'Mark the port as not trusted'}),
  'pvlan-type': Flags.string({
    description: 'Type of the port in a private VLAN',
    options: ['promiscuous', 'isolated', 'community'],
  }),
  'pvlan-community': Flags.string({description: 'Community in a private VLAN', helpValue: 'PVLAN-COMMUNITY'}),
  'extra-dhcp-option': Flags.pairs({
    description: 'Extra DHCP option (repeatable)',
    helpValue: 'name=NAME[,value=VALUE,ip-version={4,6}]',
    keys: {required: ['name'], optional: ['value', 'ip-version'], commas: true},
  }),
  'qos-policy': Flags.string({description: 'QoS policy (name or ID)', helpValue: 'QOS-POLICY'}),
  'security-group': Flags.strings({
    description: 'Security group (name or ID; repeatable)',
    helpValue: 'SECURITY-GROUP',
  }),
  'allowed-address': addressPairFlag('Address that the port may use in addition to its own (repeatable)'),
  'binding-profile': Flags.jsonOrPairs({
    description: 'Data for binding:profile: KEY=VALUE or JSON',
    helpValue: 'BINDING-PROFILE',
  }),
  ...Flags.choices({
    'enable-port-security': 'Enable port security',
    'disable-port-security': 'Disable port security',
  }),
  ...Flags.choices({
    'enable-uplink-status-propagation': 'Propagate the status of the uplink',
    'disable-uplink-status-propagation': 'Do not propagate the status of the uplink',
  }),
  ...Flags.choices({enable: 'Enable the port', disable: 'Disable the port'}),
}

/** The extensions that the common options need. */
export const portNeeds = {
  hint: {extension: 'port-hints'},
  'pvlan-type': {extension: 'pvlan'},
  'pvlan-community': {extension: 'pvlan'},
  'qos-policy': {extension: 'qos'},
  'dns-domain': {extension: 'dns-integration'},
  'dns-name': {extension: 'dns-integration'},
  'allowed-address': {extension: 'allowed-address-pairs'},
  'extra-dhcp-option': {extension: 'extra_dhcp_opt'},
}

interface PortFlags {
  description?: string | undefined
  device?: string | undefined
  'mac-address'?: string | undefined
  'device-owner'?: string | undefined
  'vnic-type'?: string | undefined
  host?: string | undefined
  'dns-domain'?: string | undefined
  'dns-name'?: string | undefined
  hint?: JsonObject[] | undefined
  'pvlan-type'?: string | undefined
  'pvlan-community'?: string | undefined
  'extra-dhcp-option'?: Record<string, string>[] | undefined
  'qos-policy'?: string | undefined
}

/** The attributes that the options of both `create` and `set` name. */
export async function portBody(api: Api, flags: PortFlags & Readonly<Record<string, unknown>>): Promise<JsonObject> {
  const body: JsonObject = {
    description: flags.description,
    device_id: flags.device || undefined,
    device_owner: flags['device-owner'],
    admin_state_up: Flags.chosen(flags, {enable: true, disable: false}),
    'binding:vnic_type': flags['vnic-type'],
    'binding:host_id': flags.host || undefined,
    mac_address: flags['mac-address'],
    dns_domain: flags['dns-domain'],
    dns_name: flags['dns-name'],
    port_security_enabled: Flags.chosen(flags, {'enable-port-security': true, 'disable-port-security': false}),
    qos_policy_id: await qosPolicyId(api, flags),
    propagate_uplink_status: Flags.chosen(flags, {
      'enable-uplink-status-propagation': true,
      'disable-uplink-status-propagation': false,
    }),
    numa_affinity_policy: Flags.chosen(flags, {
      'numa-policy-required': 'required',
      'numa-policy-preferred': 'preferred',
      'numa-policy-socket': 'socket',
      'numa-policy-legacy': 'legacy',
    }),
    trusted: Flags.chosen(flags, {trusted: true, 'not-trusted': false}),
    pvlan_type: flags['pvlan-type'],
    pvlan_community: flags['pvlan-community'],
    extra_dhcp_opts: flags['extra-dhcp-option']?.map(dhcpOption),
    hints: flags.hint && hintsOf(Object.assign({}, ...flags.hint)),
  }
  if ((body.pvlan_type || body.pvlan_community) && body.port_security_enabled === false)
    throw new UsageError('Options --pvlan-type and --pvlan-community cannot be used with --disable-port-security.')
  if (body.pvlan_type === 'community' && !body.pvlan_community)
    throw new UsageError('Option --pvlan-type community requires --pvlan-community.', {hint: 'Add --pvlan-community.'})
  return body
}

/** Without a value the option is removed from the port: Neutron wants null for that. */
const dhcpOption = ({name, value, 'ip-version': version}: Record<string, string>): JsonObject => ({
  opt_name: name,
  opt_value: value ?? null,
  ...(version !== undefined && {ip_version: version}),
})

/** The hints that Neutron knows; an alias stands for the full form. */
function hintsOf(hints: JsonObject): JsonObject {
  const steering = (value: string) => ({openvswitch: {other_config: {'tx-steering': value}}})
  const known = ['thread', 'hash'].map((value) => ({alias: {'ovs-tx-steering': value}, full: steering(value)}))
  const same = (a: JsonObject) => JSON.stringify(a) === JSON.stringify(hints)
  const found = known.find(({alias, full}) => same(alias) || same(full))
  if (found) return found.full
  throw new UsageError(`Option --hint: ${JSON.stringify(hints)} is not a known hint.`, {
    hint: 'Use ovs-tx-steering=thread or ovs-tx-steering=hash.',
  })
}
