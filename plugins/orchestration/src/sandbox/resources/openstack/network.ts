import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {refuseUnlessOneOf} from '#sandbox/resources/openstack/checks'
import {ifThere, type RestType, restType, withoutNulls} from '#sandbox/resources/openstack/rest-type'
import type {Handle, ResourceType} from '#sandbox/resources/type'
import type {Definition} from '#sandbox/template/model'

const neutron = (name: string, member: string, path: string, description: string, more: Partial<RestType> = {}) =>
  restType({
    service: 'network',
    name: `OS::Neutron::${name}`,
    member,
    path: `/v2.0/${path}`,
    description,
    ...more,
    attributes: {tenant_id: ({project_id: project}) => project, ...more.attributes},
  })

const QOS = {qos_policy: 'qos_policy_id'} as const

/** The records of a collection that another record names by ID. */
const named = (collection: string, member: string, ids: readonly Json[], {services}: Handle): Json[] =>
  ids.flatMap((id) => {
    const found = ifThere(() => services.get('network', `/v2.0/${collection}/${asText(id)}`)[member])
    return found === undefined ? [] : [found]
  })

const fixedIp = (given: Json): JsonObject => {
  const {subnet, subnet_id: id, ...others} = asObject(given)
  const wanted = subnet ?? id
  return asObject(withoutNulls({...others, ...(wanted ? {subnet_id: wanted} : {})}))
}

/** The keys of a port that differ from the properties; an empty list of addresses means that Neutron chooses. */
export function portBody({
  fixed_ips: ips,
  no_fixed_ips: none,
  security_groups: groups,
  ...body
}: JsonObject): JsonObject {
  const addresses = asArray(ips).map(fixedIp)
  return {
    ...body,
    ...(none === true ? {fixed_ips: []} : addresses.length > 0 ? {fixed_ips: addresses} : {}),
    ...(groups ? {security_groups: groups} : {}),
  }
}

/** Whether a resource is a subnet of one of these networks, which are written as in the template. */
export function isSubnetOf({type, properties}: Definition, networks: readonly (Json | undefined)[]): boolean {
  if (type !== 'OS::Neutron::Subnet') return false
  const own = JSON.stringify(properties.network ?? properties.network_id)
  return networks.some((network) => network !== undefined && JSON.stringify(network) === own)
}

const gateway = ({external_gateway_info: info, ...body}: JsonObject): JsonObject => {
  if (info === undefined) return body
  const {network, ...others} = asObject(info ?? {})
  return {...body, external_gateway_info: network ? {network_id: network, ...others} : {}}
}

const association = ({port_id, fixed_ip_address}: JsonObject): JsonObject => ({
  floatingip: {port_id: port_id ?? null, fixed_ip_address: fixed_ip_address ?? null},
})

const rule = (kind: string, description: string): ResourceType =>
  neutron(
    `QoS${kind.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Rule`,
    `${kind}_rule`,
    `qos/policies/{policy}/${kind}_rules`,
    description,
    {unsent: ['policy', 'tenant_id']},
  )

/** The types of Neutron that are one REST resource. */
export const NETWORK_TYPES: readonly ResourceType[] = [
  neutron('Net', 'network', 'networks', 'A network.', {
    renamed: QOS,
    unsent: ['dhcp_agent_ids'],
    attributes: {segments: ({id}, {services}) => services.get('network', `/v2.0/segments?network_id=${id}`).segments},
  }),
  neutron('ProviderNet', 'network', 'networks', 'A network on a given physical network.', {
    renamed: {
      network_type: 'provider:network_type',
      physical_network: 'provider:physical_network',
      segmentation_id: 'provider:segmentation_id',
      router_external: 'router:external',
    },
    attributes: {segments: ({id}, {services}) => services.get('network', `/v2.0/segments?network_id=${id}`).segments},
  }),
  neutron('Subnet', 'subnet', 'subnets', 'A range of addresses in a network.', {
    renamed: {network: 'network_id', subnetpool: 'subnetpool_id', segment: 'segment_id'},
    validate: (properties) => refuseUnlessOneOf(properties, ['subnetpool', 'cidr']),
    body({gateway_ip: address, allocation_pools: pools, ...body}) {
      return {
        ...body,
        // An empty text stands for no gateway.
        ...(address === undefined ? {} : {gateway_ip: address === '' ? null : address}),
        ...(asArray(pools).length > 0 ? {allocation_pools: pools} : {}),
      }
    },
  }),
  neutron('Port', 'port', 'ports', 'A port, with addresses of a network.', {
    renamed: {network: 'network_id', ...QOS},
    body: portBody,
    // Without the subnet a port would get no address.
    more: {
      follows: ({properties}, other) => isSubnetOf(other, [properties.network ?? properties.network_id]),
    },
    attributes: {
      network: ({network_id: id}, handle) => named('networks', 'network', [id ?? null], handle)[0],
      subnets: ({fixed_ips: ips}, handle) =>
        named(
          'subnets',
          'subnet',
          asArray(ips).map((ip) => asObject(ip).subnet_id ?? null),
          handle,
        ),
    },
  }),
  neutron('Router', 'router', 'routers', 'A router between networks.', {
    unsent: ['l3_agent_ids'],
    body: gateway,
  }),
  neutron('FloatingIP', 'floatingip', 'floatingips', 'An address of an external network for a port.', {
    renamed: {floating_network: 'floating_network_id', floating_subnet: 'subnet_id'},
    body: (body, {properties}, isNew) => (isNew ? body : {...asObject(association(properties).floatingip)}),
  }),
  neutron('SecurityGroupRule', 'security_group_rule', 'security-group-rules', 'A rule of a security group.', {
    renamed: {security_group: 'security_group_id', remote_group: 'remote_group_id'},
    body: withOwnProtocol,
  }),
  neutron('QoSPolicy', 'policy', 'qos/policies', 'A policy for the quality of service.'),
  rule('bandwidth_limit', 'A limit of a policy on the bandwidth.'),
  rule('dscp_marking', 'A mark that a policy sets on packets.'),
  rule('minimum_bandwidth', 'A bandwidth that a policy guarantees.'),
  rule('minimum_packet_rate', 'A packet rate that a policy guarantees.'),
  neutron('AddressScope', 'address_scope', 'address-scopes', 'A scope in which addresses are unique.'),
  neutron('SubnetPool', 'subnetpool', 'subnetpools', 'Prefixes that subnets are allocated from.', {
    renamed: {address_scope: 'address_scope_id'},
  }),
  neutron('Segment', 'segment', 'segments', 'A segment of a network.', {renamed: {network: 'network_id'}}),
  neutron('RBACPolicy', 'rbac_policy', 'rbac-policies', 'A permission of another project for a resource.'),
  neutron('Trunk', 'trunk', 'trunks', 'A port that carries the traffic of other ports.', {
    renamed: {port: 'port_id'},
    body: ({sub_ports: ports, ...body}, _, isNew) => ({...body, ...(isNew ? {sub_ports: subports(ports)} : {})}),
    async changed({services, record}, properties, before, changed) {
      if (!changed.has('sub_ports')) return
      const [old, now] = [subports(before.sub_ports), subports(properties.sub_ports)]
      const isIn = (list: readonly Json[], one: Json) =>
        list.some((other) => JSON.stringify(other) === JSON.stringify(one))
      const path = `/v2.0/trunks/${record.physicalId}`
      const change = (verb: string, ports: Json[]) =>
        ports.length > 0 ? services.send('PUT', 'network', `${path}/${verb}_subports`, {sub_ports: ports}) : undefined
      await change(
        'remove',
        old.filter((one) => !isIn(now, one)),
      )
      await change(
        'add',
        now.filter((one) => !isIn(old, one)),
      )
    },
  }),
  neutron('TaaS::TapService', 'tap_service', 'taas/tap_services', 'A port that mirrored traffic is sent to.', {
    renamed: {port: 'port_id'},
  }),
  neutron('TaaS::TapFlow', 'tap_flow', 'taas/tap_flows', 'A port whose traffic is mirrored.', {
    renamed: {port: 'source_port', tap_service: 'tap_service_id'},
  }),
  neutron('VPNService', 'vpnservice', 'vpn/vpnservices', 'A VPN service of a router.', {
    renamed: {subnet: 'subnet_id', router: 'router_id'},
  }),
  neutron('IKEPolicy', 'ikepolicy', 'vpn/ikepolicies', 'A policy for the exchange of keys.'),
  neutron('IPsecPolicy', 'ipsecpolicy', 'vpn/ipsecpolicies', 'A policy for the encryption of a VPN.'),
  neutron('IPsecSiteConnection', 'ipsec_site_connection', 'vpn/ipsec-site-connections', 'A VPN to another site.'),
]

const subports = (ports: Json | undefined): JsonObject[] =>
  asArray(ports ?? []).map((given) => {
    const {port, ...others} = asObject(given)
    return {...others, port_id: port ?? null}
  })

/** Any protocol is null for Neutron, and an empty text for Heat. */
function withOwnProtocol({protocol, ...body}: JsonObject): JsonObject {
  return {...body, ...(protocol === undefined || protocol === '' ? {} : {protocol})}
}

export {association, withOwnProtocol}
