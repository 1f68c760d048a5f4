/** A command line, and the lines that it must print as `-f value`; `{x}` is the ID of the resource or project x. */
export type Check = readonly [line: string, ...printed: string[]]

/** What happens to resources of some types. */
export interface Story {
  types: string
  /** The resources of a template. */
  resources: string
  created: readonly Check[]
  /** What an update replaces in the template. */
  changes: readonly (readonly [from: string, to: string])[]
  changed: readonly Check[]
}

export const STORIES: readonly Story[] = [
  {
    types: 'QoSPolicy and its rules',
    resources: `
  policy: {type: 'OS::Neutron::QoSPolicy', properties: {name: gold, description: first}}
  limit: {type: 'OS::Neutron::QoSBandwidthLimitRule', properties: {policy: {get_resource: policy}, max_kbps: 1000}}
  mark: {type: 'OS::Neutron::QoSDscpMarkingRule', properties: {policy: {get_resource: policy}, dscp_mark: 10}}
  minimum: {type: 'OS::Neutron::QoSMinimumBandwidthRule', properties: {policy: {get_resource: policy}, min_kbps: 100}}
  packets: {type: 'OS::Neutron::QoSMinimumPacketRateRule', properties: {policy: {get_resource: policy}, min_kpps: 7}}
`,
    created: [
      ['network qos policy list -c Name', 'gold'],
      ['network qos policy show {policy} -c description', 'first'],
      ['network qos rule show {policy} {limit} -c max_kbps', '1000'],
      ['network qos rule show {policy} {mark} -c dscp_mark', '10'],
      ['network qos rule show {policy} {minimum} -c min_kbps', '100'],
      ['network qos rule show {policy} {packets} -c min_kpps', '7'],
    ],
    changes: [
      ['description: first', 'description: second'],
      ['max_kbps: 1000', 'max_kbps: 2000'],
      ['dscp_mark: 10', 'dscp_mark: 12'],
      ['min_kbps: 100', 'min_kbps: 200'],
      ['min_kpps: 7', 'min_kpps: 8'],
    ],
    changed: [
      ['network qos policy show {policy} -c description', 'second'],
      ['network qos rule show {policy} {limit} -c max_kbps', '2000'],
      ['network qos rule show {policy} {mark} -c dscp_mark', '12'],
      ['network qos rule show {policy} {minimum} -c min_kbps', '200'],
      ['network qos rule show {policy} {packets} -c min_kpps', '8'],
    ],
  },
  {
    types: 'Trunk',
    resources: `
  net: {type: 'OS::Neutron::Net'}
  parent: {type: 'OS::Neutron::Port', properties: {network: {get_resource: net}}}
  one: {type: 'OS::Neutron::Port', properties: {network: {get_resource: net}}}
  two: {type: 'OS::Neutron::Port', properties: {network: {get_resource: net}}}
  trunk:
    type: OS::Neutron::Trunk
    properties:
      name: trunk
      port: {get_resource: parent}
      sub_ports: [{port: {get_resource: one}, segmentation_type: vlan, segmentation_id: 100}]
`,
    created: [
      ['network trunk list -c Name', 'trunk'],
      ['network subport list --trunk {trunk}', '{one} vlan 100'],
    ],
    changes: [
      ['name: trunk', 'name: renamed'],
      [
        'port: {get_resource: one}, segmentation_type: vlan, segmentation_id: 100',
        'port: {get_resource: two}, segmentation_type: vlan, segmentation_id: 200',
      ],
    ],
    changed: [
      ['network trunk show {trunk} -c name', 'renamed'],
      ['network subport list --trunk {trunk}', '{two} vlan 200'],
    ],
  },
  {
    types: 'AddressScope and SubnetPool',
    resources: `
  scope: {type: 'OS::Neutron::AddressScope', properties: {name: scope}}
  pool:
    type: OS::Neutron::SubnetPool
    properties: {name: pool, address_scope: {get_resource: scope}, prefixes: [10.8.0.0/16], default_prefixlen: 24}
`,
    created: [
      ['address scope list -c Name', 'scope'],
      ['subnet pool show {pool} -c name -c default_prefixlen', 'pool', '24'],
      ['subnet pool list --address-scope scope -c Name', 'pool'],
    ],
    changes: [
      ['name: scope', 'name: wide'],
      ['default_prefixlen: 24', 'default_prefixlen: 26'],
    ],
    changed: [
      ['address scope show {scope} -c name', 'wide'],
      ['subnet pool show {pool} -c default_prefixlen', '26'],
    ],
  },
  {
    types: 'ProviderNet, Segment and RBACPolicy',
    resources: `
  net:
    type: OS::Neutron::ProviderNet
    properties: {name: provider, network_type: vlan, physical_network: physnet1, segmentation_id: 100, shared: false}
  segment:
    type: OS::Neutron::Segment
    properties: {name: rack, network: {get_resource: net}, network_type: vlan, physical_network: physnet2, segmentation_id: 7}
  rbac:
    type: OS::Neutron::RBACPolicy
    properties: {object_type: network, object_id: {get_resource: net}, action: access_as_shared, target_tenant: '*'}
`,
    created: [
      ['network show {net} -c provider:physical_network -c provider:segmentation_id', 'physnet1', '100'],
      ['network segment show {segment} -c name -c segmentation_id', 'rack', '7'],
      ['network rbac show {rbac} -c action -c target_project_id', 'access_as_shared', '*'],
    ],
    changes: [
      ['name: provider', 'name: carrier'],
      ['name: rack', 'name: row'],
      ["target_tenant: '*'", 'target_tenant: 0123456789abcdef0123456789abcdef'],
    ],
    changed: [
      ['network show {net} -c name', 'carrier'],
      ['network segment list -c Name', 'row'],
      ['network rbac show {rbac} -c target_project_id', '0123456789abcdef0123456789abcdef'],
    ],
  },
  {
    types: 'Quota of Nova, Neutron and Cinder',
    resources: `
  nova: {type: 'OS::Nova::Quota', properties: {project: demo, cores: 11}}
  neutron: {type: 'OS::Neutron::Quota', properties: {project: demo, network: 12}}
  cinder: {type: 'OS::Cinder::Quota', properties: {project: demo, volumes: 13}}
`,
    created: [['quota show demo', 'cores 11', 'networks 12', 'volumes 13']],
    changes: [
      ['cores: 11', 'cores: 21'],
      ['network: 12', 'network: 22'],
      ['volumes: 13', 'volumes: 23'],
    ],
    changed: [['quota show demo', 'cores 21', 'networks 22', 'volumes 23']],
  },
  {
    types: 'Flavor, ServerGroup and HostAggregate',
    resources: `
  flavor:
    type: OS::Nova::Flavor
    properties: {name: tiny, flavorid: f1, ram: 64, vcpus: 1, is_public: false, tenants: [demo], extra_specs: {'hw:a': '1'}}
  group: {type: 'OS::Nova::ServerGroup', properties: {name: apart, policies: [soft-anti-affinity]}}
  aggregate:
    type: OS::Nova::HostAggregate
    properties: {name: rack, availability_zone: az1, hosts: [compute-1], metadata: {disk: ssd}}
`,
    created: [
      ['flavor show f1 -c ram -c properties', '64', "{'hw:a': '1'}"],
      ['flavor show f1 -c access_project_ids', "['{demo}']"],
      ['server group list -c Name -c Policy', 'apart soft-anti-affinity'],
      ['aggregate show {aggregate} -c name -c availability_zone', 'rack', 'az1'],
      ['aggregate show {aggregate} -c hosts -c properties', "['compute-1']", "{'disk': 'ssd'}"],
    ],
    changes: [
      ["'hw:a': '1'", "'hw:b': '2'"],
      ['tenants: [demo]', 'tenants: [admin]'],
      ['name: rack', 'name: row'],
      ['hosts: [compute-1]', 'hosts: []'],
      ['disk: ssd', 'disk: nvme'],
    ],
    changed: [
      ['flavor show f1 -c properties', "{'hw:b': '2'}"],
      ['flavor show f1 -c access_project_ids', "['{admin}']"],
      ['aggregate list -c Name', 'row'],
      ['aggregate show {aggregate} -c hosts -c properties', '[]', "{'disk': 'nvme'}"],
    ],
  },
]
