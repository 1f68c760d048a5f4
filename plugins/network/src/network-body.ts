import {type Api, Flags, type JsonObject} from '@osc-cli/core'
import {qosPolicyId} from '#qos-policy'
import {sharedOf, shareFlags} from '#share-flags'

interface NetworkFlags {
  description?: string | undefined
  mtu?: string | undefined
  'qos-policy'?: string | undefined
  'no-qos-policy'?: boolean | undefined
  'provider-network-type'?: string | undefined
  'provider-physical-network'?: string | undefined
  'provider-segment'?: string | undefined
  'dns-domain'?: string | undefined
}

/** The options that `create` and `set` share. */
export const networkFlags = {
  ...shareFlags('network'),
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  mtu: Flags.string({description: 'MTU in bytes', helpValue: 'MTU'}),
  ...Flags.choices({
    'enable-port-security': 'Enable port security by default for ports of this network',
    'disable-port-security': 'Disable port security by default for ports of this network',
  }),
  ...Flags.choices({
    external: 'Make the network external: routers use it as a gateway',
    internal: 'Make the network internal',
  }),
  ...Flags.choices({
    default: 'Use the network as the default external network',
    'no-default': 'Do not use the network as the default external network',
  }),
  ...Flags.choices({pvlan: 'Make the network a private VLAN', 'no-pvlan': 'Do not make the network a private VLAN'}),
  'provider-network-type': Flags.string({
    description: 'Physical mechanism of the network: flat, geneve, gre, local, vlan or vxlan',
    helpValue: 'PROVIDER-NETWORK-TYPE',
  }),
  'provider-physical-network': Flags.string({
    description: 'Physical network that implements the virtual network',
    helpValue: 'PROVIDER-PHYSICAL-NETWORK',
  }),
  'provider-segment': Flags.string({
    description: 'VLAN ID for VLAN networks, tunnel ID for tunnels',
    helpValue: 'PROVIDER-SEGMENT',
  }),
  'dns-domain': Flags.string({description: 'DNS domain', helpValue: 'DNS-DOMAIN'}),
}

/** The extensions that these options require. */
export const networkNeeds = {
  'qos-policy': {extension: 'qos'},
  'dns-domain': {extension: 'dns-integration'},
  external: {extension: 'external-net'},
  pvlan: {extension: 'pvlan'},
  'no-pvlan': {extension: 'pvlan'},
}

/** The attributes that the options of both `create` and `set` name. */
export const networkBody = async (
  api: Api,
  flags: NetworkFlags & Readonly<Record<string, unknown>>,
): Promise<JsonObject> => ({
  description: flags.description,
  admin_state_up: Flags.chosen(flags, {enable: true, disable: false}),
  shared: sharedOf(flags),
  port_security_enabled: Flags.chosen(flags, {'enable-port-security': true, 'disable-port-security': false}),
  mtu: flags.mtu || undefined,
  'router:external': Flags.chosen(flags, {external: true, internal: false}),
  is_default: Flags.chosen(flags, {default: true, 'no-default': false}),
  'provider:network_type': flags['provider-network-type'] || undefined,
  'provider:physical_network': flags['provider-physical-network'] || undefined,
  'provider:segmentation_id': flags['provider-segment'] || undefined,
  qos_policy_id: await qosPolicyId(api, flags),
  pvlan: Flags.chosen(flags, {pvlan: true, 'no-pvlan': false}),
  dns_domain: flags['dns-domain'],
})
