import type {ShortTypes} from '#types/expand'

// The normative types of the TOSCA Simple Profile in YAML 1.0 to 1.3,
// https://docs.oasis-open.org/tosca/TOSCA-Simple-Profile-YAML/v1.3/

const text = {type: 'string'}
const flag = {type: 'boolean', default: false}
const list = (type: string) => ({type: 'list', entry_schema: {type}})
const map = (type: string) => ({type: 'map', entry_schema: {type}})
const atLeast = (type: string, minimum: number | string) => ({type, constraints: [{greater_or_equal: minimum}]})
const oneOf = (type: string, ...values: (string | number)[]) => ({type, constraints: [{valid_values: values}]})

const storage = {
  size: atLeast('scalar-unit.size', '1 MB'),
  'volume_id?': text,
  'snapshot_id?': text,
}
const objects = {
  name: text,
  'size?': atLeast('scalar-unit.size', '0 GB'),
  'maxsize?': atLeast('scalar-unit.size', '0 GB'),
}
const host = {
  'name?': text,
  'num_cpus?': atLeast('integer', 1),
  'cpu_frequency?': atLeast('scalar-unit.frequency', '0.1 GHz'),
  'disk_size?': atLeast('scalar-unit.size', '0 MB'),
  'mem_size?': atLeast('scalar-unit.size', '0 MB'),
}

export const nodes: ShortTypes = {
  Root: {
    attributes: {tosca_id: text, tosca_name: text, state: text},
    capabilities: {feature: 'Node'},
    requirements: {'dependency?': 'Node DependsOn Root'},
    interfaces: {Standard: 'node.lifecycle.Standard'},
  },
  'Abstract.Compute': {capabilities: {host: 'Compute'}},
  Compute: {
    from: 'Abstract.Compute',
    attributes: {
      private_address: text,
      public_address: text,
      networks: map('tosca.datatypes.network.NetworkInfo'),
      ports: map('tosca.datatypes.network.PortInfo'),
    },
    capabilities: {
      host: 'Compute',
      binding: 'network.Bindable',
      os: 'OperatingSystem',
      scalable: 'Scalable',
      endpoint: 'Endpoint.Admin',
    },
    requirements: {'local_storage?': 'Attachment AttachesTo BlockStorage'},
  },
  SoftwareComponent: {
    properties: {'component_version?': 'version', 'admin_credential?': 'tosca.datatypes.Credential'},
    requirements: {host: 'Container HostedOn Compute'},
  },
  WebServer: {
    from: 'SoftwareComponent',
    capabilities: {data_endpoint: 'Endpoint', admin_endpoint: 'Endpoint.Admin', host: 'Container'},
  },
  WebApplication: {
    properties: {'context_root?': text},
    capabilities: {app_endpoint: 'Endpoint'},
    requirements: {host: 'Container HostedOn WebServer'},
  },
  DBMS: {
    from: 'SoftwareComponent',
    properties: {'root_password?': text, 'port?': 'integer'},
    capabilities: {host: 'Container'},
  },
  Database: {
    properties: {'name?': text, 'port?': 'integer', 'user?': text, 'password?': text},
    capabilities: {database_endpoint: 'Endpoint.Database'},
    requirements: {host: 'Container HostedOn DBMS'},
  },
  'Abstract.Storage': {properties: {name: text, 'size?': atLeast('scalar-unit.size', '0 MB')}},
  BlockStorage: {
    properties: storage,
    attributes: {volume_id: text},
    capabilities: {attachment: 'Attachment'},
  },
  'Storage.BlockStorage': {from: 'BlockStorage'},
  ObjectStorage: {properties: objects, capabilities: {storage_endpoint: 'Endpoint'}},
  'Storage.ObjectStorage': {from: 'ObjectStorage'},
  LoadBalancer: {
    properties: {'algorithm?': text},
    capabilities: {client: 'Endpoint.Public'},
    requirements: {'application?': 'Endpoint RoutesTo'},
  },
  'Container.Runtime': {from: 'SoftwareComponent', capabilities: {host: 'Container', scalable: 'Scalable'}},
  'Container.Application': {requirements: {host: 'Container HostedOn Container.Runtime'}},
  'Container.Application.Docker': {
    from: 'Container.Application',
    requirements: {host: 'Container.Docker HostedOn Container.Runtime'},
  },
  'network.Network': {
    properties: {
      'ip_version?': {...oneOf('integer', 4, 6), default: 4},
      'cidr?': text,
      'start_ip?': text,
      'end_ip?': text,
      'gateway_ip?': text,
      'network_name?': text,
      'network_id?': text,
      'segmentation_id?': text,
      'network_type?': text,
      'physical_network?': text,
      'dhcp_enabled?': {type: 'boolean', default: true},
    },
    attributes: {segmentation_id: text},
    capabilities: {link: 'network.Linkable'},
  },
  'network.Port': {
    properties: {
      'ip_address?': text,
      'order?': {...atLeast('integer', 0), default: 0},
      'is_default?': flag,
      'ip_range_start?': text,
      'ip_range_end?': text,
    },
    attributes: {ip_address: text},
    requirements: {
      binding: 'network.Bindable network.BindsTo Compute',
      link: 'network.Linkable network.LinksTo network.Network',
    },
  },
  'network.FloatingIP': {
    properties: {floating_network: text, 'floating_ip_address?': text, 'port_id?': text},
    requirements: {link: 'network.Linkable network.LinksTo network.Port'},
  },
}

export const relationships: ShortTypes = {
  Root: {
    attributes: {tosca_id: text, tosca_name: text, state: text},
    interfaces: {Configure: 'relationship.Configure'},
  },
  DependsOn: {targets: ['Node']},
  HostedOn: {targets: ['Container']},
  ConnectsTo: {properties: {'credential?': 'tosca.datatypes.Credential'}, targets: ['Endpoint']},
  AttachesTo: {
    properties: {location: {type: 'string', constraints: [{min_length: 1}]}, 'device?': text},
    attributes: {device: text},
    targets: ['Attachment'],
  },
  RoutesTo: {from: 'ConnectsTo', targets: ['Endpoint']},
  'network.LinksTo': {from: 'DependsOn', targets: ['network.Linkable']},
  'network.BindsTo': {from: 'DependsOn', targets: ['network.Bindable']},
}

export const capabilities: ShortTypes = {
  Root: {},
  Node: {},
  Container: {properties: host},
  Compute: {from: 'Container', properties: host},
  'Container.Docker': {
    from: 'Container',
    properties: {
      'version?': list('version'),
      'publish_all?': flag,
      'publish_ports?': list('tosca.datatypes.network.PortSpec'),
      'expose_ports?': list('tosca.datatypes.network.PortSpec'),
      'volumes?': list('string'),
      'host_id?': text,
      'volume_id?': text,
    },
  },
  Network: {properties: {'name?': text}},
  Storage: {properties: {'name?': text}},
  Endpoint: {
    properties: {
      protocol: {type: 'string', default: 'tcp'},
      'port?': 'tosca.datatypes.network.PortDef',
      'secure?': flag,
      'url_path?': text,
      'port_name?': text,
      'network_name?': {type: 'string', default: 'PRIVATE'},
      'initiator?': {...oneOf('string', 'source', 'target', 'peer'), default: 'source'},
      'ports?': {...map('tosca.datatypes.network.PortSpec'), constraints: [{min_length: 1}]},
    },
    attributes: {ip_address: text},
  },
  'Endpoint.Public': {
    from: 'Endpoint',
    properties: {
      'network_name?': {type: 'string', default: 'PUBLIC', constraints: [{equal: 'PUBLIC'}]},
      'floating?': flag,
      'dns_name?': text,
    },
  },
  'Endpoint.Admin': {
    from: 'Endpoint',
    properties: {'secure?': {type: 'boolean', default: true, constraints: [{equal: true}]}},
  },
  'Endpoint.Database': {from: 'Endpoint'},
  Attachment: {},
  OperatingSystem: {
    properties: {'architecture?': text, 'type?': text, 'distribution?': text, 'version?': 'version'},
  },
  Scalable: {
    properties: {
      min_instances: {type: 'integer', default: 1},
      max_instances: {type: 'integer', default: 1},
      'default_instances?': 'integer',
    },
  },
  'network.Bindable': {from: 'Node'},
  'network.Linkable': {from: 'Node'},
}

export const interfaces: ShortTypes = {
  Root: {},
  'node.lifecycle.Standard': {operations: ['create', 'configure', 'start', 'stop', 'delete']},
  'relationship.Configure': {
    operations: [
      'pre_configure_source',
      'pre_configure_target',
      'post_configure_source',
      'post_configure_target',
      'add_target',
      'add_source',
      'target_changed',
      'remove_target',
      'remove_source',
    ],
  },
}

export const data: ShortTypes = {
  Root: {},
  json: {type: 'string'},
  xml: {type: 'string'},
  TimeInterval: {properties: {start_time: 'timestamp', end_time: 'timestamp'}},
  Credential: {
    properties: {
      'protocol?': text,
      token_type: {type: 'string', default: 'password'},
      token: text,
      'keys?': map('string'),
      'user?': text,
    },
  },
  'network.NetworkInfo': {properties: {'network_name?': text, 'network_id?': text, 'addresses?': list('string')}},
  'network.PortInfo': {
    properties: {
      'port_name?': text,
      'port_id?': text,
      'network_id?': text,
      'mac_address?': text,
      'addresses?': list('string'),
    },
  },
  'network.PortDef': {type: 'integer', constraints: [{in_range: [1, 65535]}]},
  'network.PortSpec': {
    properties: {
      protocol: {...oneOf('string', 'udp', 'tcp', 'igmp'), default: 'tcp'},
      'target?': 'tosca.datatypes.network.PortDef',
      'target_range?': 'range',
      'source?': 'tosca.datatypes.network.PortDef',
      'source_range?': 'range',
    },
  },
}

export const artifacts: ShortTypes = {
  Root: {},
  File: {},
  Deployment: {},
  'Deployment.Image': {from: 'Deployment'},
  'Deployment.Image.VM': {from: 'Deployment.Image'},
  'Deployment.Image.VM.ISO': {from: 'Deployment.Image.VM', extensions: ['iso']},
  'Deployment.Image.VM.QCOW2': {from: 'Deployment.Image.VM', extensions: ['qcow2']},
  'Deployment.Image.Container.Docker': {from: 'Deployment.Image'},
  Implementation: {},
  'Implementation.Bash': {from: 'Implementation', mime: 'application/x-sh', extensions: ['sh']},
  'Implementation.Python': {from: 'Implementation', mime: 'application/x-python', extensions: ['py']},
  'Implementation.Ansible': {from: 'Implementation', extensions: ['yaml', 'yml', 'ansible']},
  'Implementation.Puppet': {from: 'Implementation', extensions: ['pp']},
  'AnsibleGalaxy.role': {},
  template: {},
  'template.Jinja2': {from: 'template'},
  'template.Twig': {from: 'template'},
}

export const policies: ShortTypes = {
  Root: {},
  Placement: {},
  Scaling: {},
  Monitoring: {},
  Update: {},
  Performance: {},
  Reservation: {},
}

export const groups: ShortTypes = {Root: {}}
