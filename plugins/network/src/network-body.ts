import {type Api, Flags, type JsonObject} from '@osc-cli/core'
import {qosPolicyId} from '#qos-policy'

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

/** The attributes that the options of both `create` and `set` name. */
export const networkBody = async (
  api: Api,
  flags: NetworkFlags & Readonly<Record<string, unknown>>,
): Promise<JsonObject> => ({
  description: flags.description,
  admin_state_up: Flags.chosen(flags, {enable: true, disable: false}),
  shared: Flags.chosen(flags, {share: true, 'no-share': false}),
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
