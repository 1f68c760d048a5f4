import {notFound, type Routes} from '@osc-cli/core/sandbox'

/** Alias, name, time of the last change and description, as Neutron has them. */
const FACTS: readonly (readonly [string, string, string, string])[] = [
  ['address-group', 'Address group', '2020-07-15T10:00:00-00:00', 'Support address group'],
  ['address-scope', 'Address scope', '2015-07-26T10:00:00-00:00', 'Address scopes extension.'],
  ['agent', 'agent', '2013-02-03T10:00:00-00:00', 'The agent management extension.'],
  ['allowed-address-pairs', 'Allowed Address Pairs', '2013-07-23T10:00:00-00:00', 'Provides allowed address pairs'],
  [
    'auto-allocated-topology',
    'Auto Allocated Topology Services',
    '2016-01-01T00:00:00-00:00',
    'Auto Allocated Topology Services.',
  ],
  ['availability_zone', 'Availability Zone', '2015-01-01T10:00:00-00:00', 'The availability zone extension.'],
  [
    'bgp',
    'Neutron BGP Dynamic Routing Extension',
    '2016-05-10T15:37:00-00:00',
    'Discover and advertise routes for Neutron prefixes dynamically via BGP',
  ],
  ['bgp_4byte_asn', 'BGP 4-byte AS numbers', '2017-09-07T00:00:00-00:00', 'Support bgp 4-byte AS number'],
  [
    'bgp_dragent_scheduler',
    'BGP Dynamic Routing Agent Scheduler',
    '2015-07-30T10:00:00-00:00',
    'Schedules BgpSpeakers on BgpDrAgent',
  ],
  [
    'binding',
    'Port Binding',
    '2014-02-03T10:00:00-00:00',
    'Expose port bindings of a virtual port to external application',
  ],
  ['bgpvpn', 'BGPVPN Extension', '2014-06-10T17:00:00-00:00', 'Provides support for BGP VPN interconnections'],
  [
    'bgpvpn-routes-control',
    'BGPVPN Routes Control Extension',
    '2017-05-20T00:00:00-00:00',
    'Provides support for controlling routes advertised to a BGPVPN',
  ],
  ['bgpvpn-vni', 'BGPVPN VXLAN VNI extension', '2017-09-12T10:00:00-00:00', 'BGPVPN VXLAN VNI extension'],
  [
    'data-plane-status',
    'Port data plane status extension',
    '2017-01-24T10:00:00-00:00',
    'Expose status of underlying data plane',
  ],
  [
    'default-subnetpools',
    'Default Subnetpools',
    '2016-02-18T18:00:00-00:00',
    'Provides ability to mark and use a subnetpool as the default.',
  ],
  ['dhcp_agent_scheduler', 'DHCP Agent Scheduler', '2013-02-07T10:00:00-00:00', 'Schedule networks among dhcp agents'],
  ['dns-integration', 'DNS Integration', '2015-08-15T18:00:00-00:00', 'Provides integration with DNS.'],
  [
    'external-gateway-multihoming',
    'Multiple external gateways',
    '2022-12-07T10:00:00-00:00',
    'Allows multiple external gateways for a router.',
  ],
  [
    'external-net',
    'Neutron external network',
    '2013-01-14T10:00:00-00:00',
    'Adds external network attribute to network resource.',
  ],
  [
    'extra_dhcp_opt',
    'Neutron Extra DHCP options',
    '2013-03-17T12:00:00-00:00',
    'Extra options configuration for DHCP. For example PXE boot options to DHCP clients can be specified (e.g. tftp-server, server-ip-address, bootfile-name)',
  ],
  ['extraroute', 'Neutron Extra Route', '2013-02-01T10:00:00-00:00', 'Extra routes configuration for L3 router'],
  [
    'extraroute-atomic',
    'Atomically add/remove extra routes',
    '2019-07-10T00:00:00+00:00',
    'Edit extra routes of a router on server side by atomically adding/removing extra routes',
  ],
  [
    'flavors',
    'Neutron Service Flavors',
    '2015-09-17T10:00:00-00:00',
    'Flavor specification for Neutron advanced services.',
  ],
  [
    'floating-ip-port-forwarding',
    'Floating IP Port Forwarding',
    '2018-01-19T10:00:00-00:00',
    'Allow port forwarding from floating IP port to an internal port',
  ],
  ['fwaas_v2', 'FWaaS v2', '2016-10-06T10:00:00-00:00', 'Provides support for firewall-as-a-service version 2'],
  [
    'l3-conntrack-helper',
    'L3 Conntrack helper',
    '2019-04-04T10:00:00-00:00',
    'Allow adding CT target rules for conntrack helper',
  ],
  ['l3-ndp-proxy', 'L3 NDP Proxy', '2021-06-29T10:00:00-00:00', 'Router support for L3 NDP proxy.'],
  ['l3_agent_scheduler', 'L3 Agent Scheduler', '2013-02-07T10:00:00-00:00', 'Schedule routers among l3 agents'],
  ['local_ip', 'Local IP', '2021-07-26T10:00:00-00:00', 'Support Node Local Virtual IP'],
  ['metering', 'Neutron Metering', '2013-06-12T10:00:00-00:00', 'Neutron Metering extension.'],
  [
    'network-ip-availability',
    'Network IP Availability',
    '2015-09-24T00:00:00-00:00',
    'Provides IP availability data for each network and subnet.',
  ],
  [
    'network-segment-range',
    'Neutron Network Segment Range',
    '2018-11-29T00:00:00-00:00',
    'Provides support for the network segment range management',
  ],
  ['port-security', 'Port Security', '2012-07-23T10:00:00-00:00', 'Provides port security'],
  [
    'project-id',
    'project_id field enabled',
    '2016-09-09T09:09:09-09:09',
    'Extension that indicates that project_id field is enabled.',
  ],
  [
    'provider',
    'Provider Network',
    '2012-09-07T10:00:00-00:00',
    'Expose mapping of virtual networks to physical networks',
  ],
  ['qos', 'Quality of Service', '2015-06-08T10:00:00-00:00', 'The Quality of Service extension.'],
  [
    'qos-gateway-ip',
    'Router gateway IP QoS',
    '2018-02-24T00:00:00-00:00',
    'The Router gateway IP Quality of Service extension',
  ],
  [
    'qos-rule-type-details',
    'Details of QoS rule types',
    '2017-06-22T10:00:00-00:00',
    'Expose details about QoS rule types supported by loaded backend drivers',
  ],
  [
    'quota_details',
    'Quota details management support',
    '2017-02-10T10:00:00-00:00',
    'Expose functions for quotas usage statistics per project',
  ],
  [
    'quotas',
    'Quota management support',
    '2012-07-29T10:00:00-00:00',
    'Expose functions for quotas management per project',
  ],
  [
    'rbac-policies',
    'RBAC Policies',
    '2015-06-17T12:15:12-00:00',
    'Allows creation and modification of policies that control tenant access to resources.',
  ],
  [
    'router',
    'Neutron L3 Router',
    '2012-07-20T10:00:00-00:00',
    'Router abstraction for basic L3 forwarding between L2 Neutron networks and access to external networks via a NAT gateway.',
  ],
  ['security-group', 'security-group', '2012-10-05T10:00:00-00:00', 'The security groups extension.'],
  [
    'security-groups-default-rules',
    'Default rules for security groups',
    '2022-12-19T10:00:00-00:00',
    'Configure set of security group rules used as default rules for every new security group',
  ],
  [
    'security-groups-default-statefulness',
    'Security Groups Default Statefulness',
    '2026-04-13T00:00:00-00:00',
    "Allows configuring the default value of the 'stateful' attribute for new security groups, on a per-project or system-wide basis",
  ],
  [
    'security-groups-remote-address-group',
    'Remote address group id field for security group rules',
    '2020-08-25T10:00:00-00:00',
    'Add new field of remote address group id in SG rules',
  ],
  ['segment', 'Segment', '2016-02-24T17:00:00-00:00', 'Segments extension.'],
  [
    'service-type',
    'Neutron Service Type Management',
    '2013-01-20T00:00:00-00:00',
    'API for retrieving service providers for Neutron advanced services',
  ],
  [
    'standard-attr-tag',
    'Tag support for resources with standard attribute: port, subnet, subnetpool, network, security_group, router, floatingip, policy, trunk, network_segment_range',
    '2017-01-01T00:00:00-00:00',
    'Enables to set tag on resources with standard attribute.',
  ],
  [
    'stateful-security-group',
    'Stateful security group',
    '2019-11-26T09:00:00-00:00',
    'Indicates if the security group is stateful or not',
  ],
  [
    'subnet-service-types',
    'Subnet service types',
    '2016-03-15T18:00:00-00:00',
    'Provides ability to set the subnet service_types field',
  ],
  [
    'subnet_allocation',
    'Subnet Allocation',
    '2015-03-30T10:00:00-00:00',
    'Enables allocation of subnets from a subnet pool',
  ],
  ['taas', 'Neutron Tap as a Service', '2015-01-14T10:00:00-00:00', 'Neutron Tap as a Service Extension.'],
  [
    'taas-vlan-filter',
    'TaaS Vlan Filter Extension',
    '2019-09-17T12:13:54-00:00',
    'Provides support for vlan filtering in TaaS.',
  ],
  [
    'tap-mirror',
    'Tap as a Service Mirroring',
    '2023-05-05T00:00:00-00:00',
    'Neutron Tap as a Service Mirroring Extension.',
  ],
  ['trunk', 'Trunk Extension', '2016-01-01T10:00:00-00:00', 'Provides support for trunk ports'],
  ['vpn-endpoint-groups', 'VPN Endpoint Groups', '2015-08-04T10:00:00-00:00', 'VPN endpoint groups support'],
  ['vpn-flavors', 'VPN Service Flavor Extension', '2017-04-19T00:00:00-00:00', 'Flavor support for vpnservices.'],
  ['vpnaas', 'VPN service', '2013-05-29T10:00:00-00:00', 'Extension for VPN service'],
]

const EXTENSIONS = FACTS.map(([alias, name, updated, description]) => ({alias, name, updated, description, links: []}))

/** The extensions that the sandbox's Neutron has. */
export const extensions: Routes = {
  'GET /v2.0/extensions': () => ({body: {extensions: EXTENSIONS}}),
  'GET /v2.0/extensions/:alias': ({params: {alias}}) => {
    const extension = EXTENSIONS.find((one) => one.alias === alias)
    if (!extension) throw notFound(`Extension with alias ${alias} does not exist`)
    return {body: {extension}}
  },
}
