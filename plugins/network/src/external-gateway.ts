import {type Api, asArray, Flags, type JsonObject, Known, type OscCommand, UsageError} from '@osc-cli/core'
import {qosPolicyId} from '#qos-policy'

const MULTIHOMING = 'external-gateway-multihoming'

export interface GatewayFlags {
  'external-gateway'?: readonly string[] | undefined
  'fixed-ip'?: readonly Record<string, string>[] | undefined
  'qos-policy'?: string | undefined
  'no-qos-policy'?: boolean | undefined
}

/** What the options say about external gateways: `external_gateways` where Neutron offers it, else `external_gateway_info`. */
export async function gatewayBody(
  command: Pick<OscCommand, 'api' | 'offers'>,
  flags: GatewayFlags & Readonly<Record<string, unknown>>,
): Promise<JsonObject> {
  const {'external-gateway': names = []} = flags
  const dependent = names.length === 0 && ['enable-snat', 'disable-snat', 'fixed-ip'].find((name) => flags[name])
  if (dependent)
    throw new UsageError(`Option --${dependent} requires --external-gateway.`, {hint: 'Add --external-gateway.'})
  if (names.length === 0) return {}
  const several = await command.offers(MULTIHOMING)
  if (names.length > 1 && !several)
    throw new UsageError(`Option --external-gateway: this cloud does not have the extension ${MULTIHOMING}.`, {
      hint: 'Use the option only once.',
    })
  const {api} = command
  const policy = await qosPolicyId(api, flags)
  const networks = await api(Known.Network).ids(names)
  const gateways = networks.map(
    (network): JsonObject => ({
      network_id: network,
      enable_snat: Flags.chosen(flags, {'enable-snat': true, 'disable-snat': false}),
      qos_policy_id: policy,
    }),
  )
  for (const address of flags['fixed-ip'] ?? []) await addAddress(api, gateways, address)
  const [first = {}] = gateways
  return several ? {external_gateways: gateways} : {external_gateway_info: first}
}

/** Adds an address to the gateway on its subnet's network: to the first one that has none, else to the first. */
async function addAddress(
  api: Api,
  gateways: readonly JsonObject[],
  {subnet: name, 'ip-address': ip}: Record<string, string>,
): Promise<void> {
  const subnet = name ? await api(Known.Subnet).find(name) : undefined
  const network = subnet?.network_id ?? gateways[0]?.network_id
  const candidates = gateways.filter(({network_id}) => network_id === network)
  const gateway = candidates.find(({external_fixed_ips: ips}) => ips === undefined) ?? candidates[0]
  if (!gateway)
    throw new UsageError(`Subnet ${name} does not belong to a network of --external-gateway.`, {
      hint: 'Specify the network of the subnet with --external-gateway.',
    })
  const address = {...(subnet && {subnet_id: subnet.id ?? null}), ...(ip && {ip_address: ip})}
  gateway.external_fixed_ips = [...asArray(gateway.external_fixed_ips), address]
}
