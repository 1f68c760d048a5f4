import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {faultText, TemplateError} from '#faults'
import {loadTemplate} from '#model/load'
import {faultsOf, filesOf} from '../support/load.ts'

const HEAD = 'tosca_definitions_version: tosca_simple_yaml_1_3\n'

/** A template of these lines below `topology_template`; the first one is line 3. */
const topology = (...lines: string[]): string =>
  `${HEAD}topology_template:\n${lines.map((line) => `  ${line}\n`).join('')}`

const nodes = (...lines: string[]): string => topology('node_templates:', ...lines.map((line) => `  ${line}`))

/** A policy that scales a cluster by one trigger. */
const clusterPolicy = (trigger: string): string =>
  `${topology(`policies: [{p: {type: tosca.policies.Scaling.Cluster, triggers: {t: ${trigger}}}}]`)}policy_types:
  tosca.policies.Scaling.Cluster: {derived_from: tosca.policies.Scaling}
`

/** What it is, the template, and its faults. */
const broken: [string, string | Record<string, string>, string[]][] = [
  ['an unknown type', nodes('a:', '  type: Nope'), ['main.yaml:5:13: node a: type Nope is not defined']],
  ['a node without a type', nodes('a: {}'), ['main.yaml:4:5: node a has no type']],
  ['a missing property', nodes('a:', '  type: BlockStorage'), ['main.yaml:4:5: node a requires property size']],
  [
    'an unknown property',
    nodes('a: {type: BlockStorage, properties: {size: 1 GB, color: red}}'),
    ['main.yaml:4:61: node a has no property color'],
  ],
  [
    'a wrong type',
    nodes('a: {type: Compute, capabilities: {host: {properties: {num_cpus: many}}}}'),
    ['main.yaml:4:69: property num_cpus of capability host of node a: "many" is not an integer'],
  ],
  [
    'a wrong unit',
    nodes('a: {type: BlockStorage, properties: {size: 5 bananas}}'),
    [
      'main.yaml:4:48: property size of node a: "5 bananas" is not a number with a unit (B, kB, KiB, MB, MiB, GB, GiB, TB, TiB)',
    ],
  ],
  [
    'a broken constraint',
    nodes('a: {type: Compute, capabilities: {host: {properties: {num_cpus: 0}}}}'),
    ['main.yaml:4:69: property num_cpus of capability host of node a: 0 is less than 1'],
  ],
  ['a requirement that is not met', nodes('a: {type: WebApplication}'), ['main.yaml:4:9: node a requires host']],
  [
    'a requirement for a node that is not there',
    nodes('a: {type: WebApplication, requirements: [{host: b}]}'),
    ['main.yaml:4:53: requirement host of node a: node b is not defined'],
  ],
  [
    'a requirement for a type that no node has',
    nodes('a: {type: WebServer, requirements: [{host: {node: Compute}}]}'),
    ['main.yaml:4:55: requirement host of node a is not met: 0 nodes of type Compute'],
  ],
  [
    'an unknown requirement',
    nodes('a: {type: Compute, requirements: [{home: b}]}', 'b: {type: Compute}'),
    ['main.yaml:4:40: node a has no requirement home'],
  ],
  [
    'an unknown relationship',
    nodes('a: {type: WebServer, requirements: [{host: {node: b, relationship: Loves}}]}', 'b: {type: Compute}'),
    ['main.yaml:4:72: requirement host of node a: relationship Loves is not defined'],
  ],
  [
    'a cycle',
    nodes(
      'a: {type: Compute, requirements: [{dependency: b}]}',
      'b: {type: Compute, requirements: [{dependency: c}]}',
      'c: {type: Compute, requirements: [{dependency: a}]}',
    ),
    ['main.yaml:6:40: the requirements form a cycle: a -> b -> c -> a'],
  ],
  [
    'properties that form a cycle',
    nodes(
      'a: {type: BlockStorage, properties: {size: {get_property: [b, size]}}}',
      'b: {type: BlockStorage, properties: {size: {get_property: [a, size]}}}',
    ),
    ['main.yaml:5:48: the properties form a cycle: a.size -> b.size -> a.size'],
  ],
  [
    'a property of a capability that refers to itself',
    nodes('a: {type: Compute, capabilities: {host: {properties: {num_cpus: {get_property: [SELF, host, num_cpus]}}}}}'),
    ['main.yaml:4:69: the properties form a cycle: a.host.num_cpus -> a.host.num_cpus'],
  ],
  [
    'two cycles that share a node',
    nodes(
      'a: {type: Compute, requirements: [{dependency: b}, {dependency: c}]}',
      'b: {type: Compute, requirements: [{dependency: a}, {dependency: c}]}',
      'c: {type: Compute, requirements: [{dependency: a}]}',
    ),
    [
      'main.yaml:5:40: the requirements form a cycle: a -> b -> a',
      'main.yaml:6:40: the requirements form a cycle: a -> b -> c -> a',
    ],
  ],
  [
    'requirements for nodes without the capability',
    nodes(
      'a: {type: SoftwareComponent, requirements: [{host: d}]}',
      'b: {type: SoftwareComponent, requirements: [{host: {node: a}}]}',
      'c: {type: SoftwareComponent, requirements: [{host: {node: d, capability: desk}}]}',
      'd: {type: Compute}',
    ),
    [
      'main.yaml:5:63: requirement host of node b is not met: node a has no capability tosca.capabilities.Container',
      'main.yaml:6:63: requirement host of node c is not met: node d has no capability desk',
    ],
  ],
  [
    'requirements that are not a list',
    nodes('a: {type: WebApplication, requirements: {host: b}}'),
    ['main.yaml:4:31: node a: requirements must be a list'],
  ],
  [
    'artifacts and relationship templates of unknown types',
    topology(
      'node_templates: {a: {type: Compute, artifacts: {b: {type: Nope, file: x.sh}}}}',
      'relationship_templates: {r: {type: Nope}}',
    ),
    [
      'main.yaml:3:61: artifact b of node a: type Nope is not defined',
      'main.yaml:4:38: relationship r: type Nope is not defined',
    ],
  ],
  [
    'inputs of unknown types, and with constraints that are not a list',
    topology(
      'inputs:',
      '  a: {type: nope}',
      '  b: {type: list, entry_schema: {type: nope}}',
      '  c: {type: map, entry_schema: nope}',
      '  d: {type: [a], constraints: {length: 1}}',
      '  e: {type: timestamp, default: yesterday}',
    ),
    [
      'main.yaml:8:35: default of input e: "yesterday" is not a timestamp, such as 2026-01-31T12:00:00Z',
      'main.yaml:4:15: input a: type nope is not defined',
      'main.yaml:5:42: entries of input b: type nope is not defined',
      'main.yaml:6:34: entries of input c: type nope is not defined',
      'main.yaml:7:15: input d: type ["a"] is not defined',
      'main.yaml:7:33: input d: constraints must be a list',
    ],
  ],
  [
    'properties of unknown types',
    `${HEAD}node_types: {a: {properties: {b: {type: nope}, c: {type: list, entry_schema: nope}}}}\n`,
    [
      'main.yaml:2:41: property b of type a: type nope is not defined',
      'main.yaml:2:78: entries of property c of type a: type nope is not defined',
    ],
  ],
  [
    'constraints of the wrong form',
    topology('inputs: {a: {constraints: [1, {valid_values: 1}, {in_range: [1]}, {min_length: a}, {a: 1, b: 2}]}}'),
    [
      'main.yaml:3:30: input a: a constraint must be a mapping with one key',
      'main.yaml:3:33: input a: valid_values must be a list',
      'main.yaml:3:52: input a: in_range must be a list of two values',
      'main.yaml:3:69: input a: min_length must be an integer, 0 or greater',
      'main.yaml:3:86: input a: a constraint must be a mapping with one key',
    ],
  ],
  [
    'limits that do not fit the type of an input',
    topology(
      'inputs:',
      '  a: {type: integer, constraints: [{in_range: [5, 1]}, {greater_than: "abc"}, {valid_values: [1, two]}]}',
      '  b: {type: string, constraints: [{pattern: "a("}, {length: -1}, {max_lenght: 4}]}',
      '  c: {type: scalar-unit.size, constraints: [{greater_or_equal: 5 bananas}]}',
      '  d: {type: boolean, constraints: [{greater_than: 1}]}',
      '  e: {type: integer, constraints: [{min_length: 1}, {pattern: a}]}',
      '  f: {type: list, entry_schema: {type: integer, constraints: [{equal: x}]}}',
      '  g: {type: version, constraints: [{in_range: [2.1, 1.5]}]}',
    ),
    [
      'main.yaml:4:38: input a: in_range: 5 is greater than 1',
      'main.yaml:4:58: input a: greater_than: "abc" is not an integer',
      'main.yaml:4:81: input a: valid_values: "two" is not an integer',
      'main.yaml:5:37: input b: pattern: "a(" is not a regular expression: unterminated group',
      'main.yaml:5:54: input b: length must be an integer, 0 or greater',
      'main.yaml:5:68: input b: unknown constraint max_lenght; did you mean max_length?',
      'main.yaml:6:47: input c: greater_or_equal: "5 bananas" is not a number with a unit (B, kB, KiB, MB, MiB, GB, GiB, TB, TiB)',
      'main.yaml:7:38: input d: greater_than does not apply to type boolean',
      'main.yaml:8:38: input e: min_length does not apply to type integer',
      'main.yaml:8:55: input e: pattern does not apply to type integer',
      'main.yaml:9:65: entries of input f: equal: "x" is not an integer',
      'main.yaml:10:38: input g: in_range: 2.1 is greater than 1.5',
    ],
  ],
  [
    'values that constraints of texts, versions, timestamps, ranges and keys do not allow',
    topology(
      'inputs:',
      '  a: {type: string, default: a, constraints: [{greater_than: b}]}',
      '  b: {type: version, default: 1.9, constraints: [{greater_or_equal: 1.10}]}',
      '  c: {type: timestamp, default: 2026-01-01, constraints: [{greater_than: 2026-02-01}]}',
      '  d: {type: range, default: [0, 3], constraints: [{in_range: [1, UNBOUNDED]}]}',
      '  e: {type: map, default: {long: 1}, key_schema: {type: string, constraints: [{max_length: 3}]}}',
      '  f: {type: list, default: [1, x], entry_schema: integer}',
    ),
    [
      'main.yaml:4:32: default of input a: "a" is not greater than b',
      'main.yaml:5:33: default of input b: "1.9" is less than 1.10',
      'main.yaml:6:35: default of input c: "2026-01-01" is not greater than 2026-02-01',
      'main.yaml:7:31: default of input d: [0,3] is not in the range of 1 to UNBOUNDED',
      'main.yaml:8:30: key of default of input e: "long" is longer than 3',
      'main.yaml:9:34: default of input f, entry 2: "x" is not an integer',
    ],
  ],
  [
    'data types that narrow basic types and each other',
    `${HEAD}data_types:
  Small: {derived_from: integer, constraints: [{in_range: [0, 9]}]}
  Even: {derived_from: Small, constraints: [{valid_values: [2, 4, x]}]}
  Names: {derived_from: list, entry_schema: {type: strng}}
topology_template:
  inputs: {a: {type: Even, default: 12, constraints: [{greater_than: b}]}}
`,
    [
      'main.yaml:4:45: type Even: valid_values: "x" is not an integer',
      'main.yaml:5:52: entries of type Names: type strng is not defined; did you mean string?',
      'main.yaml:7:37: default of input a: 12 is not in the range of 0 to 9',
      'main.yaml:7:55: input a: greater_than: "b" is not an integer',
    ],
  ],
  [
    'unknown keys, with those that are similar',
    topology(
      'inputs: {a: {type: integer, defualt: 1}}',
      'node_templates:',
      '  n:',
      '    type: Compute',
      '    capabilities: {host: {propertis: {}}}',
      '    requirements: [{local_storage: {nod: b, relationship: {typ: AttachesTo}}}]',
      '    artifacts: {f: {file: x, repo: y}}',
      'relationship_templates: {r: {type: ConnectsTo, propertis: {}}}',
      'groups: {g: {type: tosca.groups.Root, member: [n]}}',
      'policies: [{p: {type: tosca.policies.Root, target: [n], triggers: {t: {conditon: {}}}}}]',
      'substitution_mappings: {node_type: tosca.nodes.Compute, capability: {}}',
      'outputs: {o: {value: 1, descripton: a}}',
      'input: {}',
    ),
    [
      'main.yaml:15:3: topology_template: unknown key input; did you mean inputs?',
      'main.yaml:7:29: capability host of node n: unknown key propertis; did you mean properties?',
      'main.yaml:9:32: artifact f of node n: unknown key repo',
      'main.yaml:8:39: requirement local_storage of node n: unknown key nod; did you mean node?',
      'main.yaml:8:62: relationship of requirement local_storage of node n: unknown key typ; did you mean type?',
      'main.yaml:10:50: relationship r: unknown key propertis; did you mean properties?',
      'main.yaml:11:41: group g: unknown key member; did you mean members?',
      'main.yaml:12:46: policy p: unknown key target; did you mean targets?',
      'main.yaml:12:74: policy p, trigger t: unknown key conditon; did you mean condition?',
      'main.yaml:3:31: input a: unknown key defualt; did you mean default?',
      'main.yaml:14:27: output o: unknown key descripton; did you mean description?',
      'main.yaml:13:59: substitution_mappings: unknown key capability',
    ],
  ],
  [
    'faults of types that nothing uses',
    `${HEAD}node_types:
  own.N:
    derived_from: tosca.nodes.Root
    propertys: {}
    properties: {a: {type: integer, default: x, requird: false}, b: nope, c: {type: string, required: maybe}}
    attributes: {a: {type: strng}}
    capabilities: {a: nope, b: {type: tosca.capabilities.Endpiont}}
    requirements:
      - a: {capability: tosca.capabilities.Endpiont, node: own.Nope, relationship: tosca.relationships.ConectsTo, occurrences: [2, 1]}
    interfaces: {Own: {type: nope, go: {implementaton: x}}}
    artifacts: {a: {file: x, type: nope}}
policy_types: {own.P: {derived_from: tosca.policies.Root, targets: [own.Nope]}}
group_types: {own.G: {derived_from: tosca.groups.Root, members: [own.Nope]}}
relationship_types: {own.R: {derived_from: tosca.relationships.Root, valid_target_types: [own.Nope]}}
capability_types: {own.C: {derived_from: tosca.capabilities.Root, valid_source_types: [own.Nope]}}
`,
    [
      'main.yaml:5:5: type own.N: unknown key propertys; did you mean properties?',
      'main.yaml:6:49: property a of type own.N: unknown key requird; did you mean required?',
      'main.yaml:6:46: default of property a of type own.N: "x" is not an integer',
      'main.yaml:6:69: property b of type own.N: type nope is not defined',
      'main.yaml:6:103: property c of type own.N: required must be true or false',
      'main.yaml:7:28: attribute a of type own.N: type strng is not defined; did you mean string?',
      'main.yaml:8:23: capability a of type own.N: type nope is not defined; did you mean Node?',
      'main.yaml:8:39: capability b of type own.N: type tosca.capabilities.Endpiont is not defined; did you mean tosca.capabilities.Endpoint?',
      'main.yaml:10:25: requirement a of type own.N: type tosca.capabilities.Endpiont is not defined; did you mean tosca.capabilities.Endpoint?',
      'main.yaml:10:60: requirement a of type own.N: type own.Nope is not defined',
      'main.yaml:10:84: requirement a of type own.N: type tosca.relationships.ConectsTo is not defined; did you mean tosca.relationships.ConnectsTo?',
      'main.yaml:10:128: requirement a of type own.N: occurrences must be a range, such as [0, UNBOUNDED]',
      'main.yaml:11:30: interface Own of type own.N: type nope is not defined',
      'main.yaml:11:41: interface Own of type own.N, operation go: unknown key implementaton; did you mean implementation?',
      'main.yaml:12:36: artifact a of type own.N: type nope is not defined',
      'main.yaml:15:91: valid_target_types of type own.R: type own.Nope is not defined',
      'main.yaml:16:88: valid_source_types of type own.C: type own.Nope is not defined',
      'main.yaml:13:69: targets of type own.P: type own.Nope is not defined',
      'main.yaml:14:66: members of type own.G: type own.Nope is not defined',
    ],
  ],
  [
    'functions with misspelt names or wrong arguments',
    topology(
      'inputs: {i: {type: integer}, l: {type: list, entry_schema: {type: string}}}',
      'node_templates:',
      '  a: {type: Compute, capabilities: {host: {properties: {num_cpus: {get_inptu: i}}}}}',
      '  b: {type: Compute, attributes: {color: red}}',
      'relationship_templates: {r: {type: ConnectsTo, interfaces: {Configure: {add_source: {inputs: {a: {get_input: j}}}}}}}',
      'outputs:',
      '  a: {value: {get_atribute: [a, private_address]}}',
      '  b: {value: {get_attribute: [a, private_adress]}}',
      '  c: {value: {get_attribute: [a, private_address, 0]}}',
      '  d: {value: {concat: foo}}',
      '  e: {value: {get_property: [a]}}',
      '  f: {value: {token: [a, b]}}',
      '  g: {value: {join: [a, b]}}',
      '  h: {value: {get_input: [i, 0]}}',
      '  i: {value: {get_input: [l, x]}}',
      '  j: {value: {get_operation_output: [a, Standard, craete, x]}}',
      '  k: {value: {get_operation_output: [a, Standard]}}',
      '  l: {value: {get_attribute: [SELF, private_address]}}',
      '  m: {value: {get_nodes_of_type: Comptue}}',
      '  n: {value: {get_property: [b, scalable, max_instances, 1]}}',
    ),
    [
      'main.yaml:5:69: property num_cpus of capability host of node a: {"get_inptu":"i"} is not an integer; did you mean get_input?',
      'main.yaml:6:37: node b has no attribute color',
      'main.yaml:7:100: relationship r: there is no input j',
      'main.yaml:9:16: output a: unknown function get_atribute; did you mean get_attribute?',
      'main.yaml:10:16: output b: a has no attribute private_adress; did you mean private_address?',
      'main.yaml:11:16: output c: get_attribute: attribute private_address of a is not a list or mapping',
      'main.yaml:12:16: output d: concat requires a list of values',
      'main.yaml:13:16: output e: get_property requires a node and a name',
      'main.yaml:14:16: output f: token requires a text, a separator and an index',
      'main.yaml:15:16: output g: join requires a list of values, and optionally a separator',
      'main.yaml:16:16: output h: get_input: input i is not a list or mapping',
      'main.yaml:17:16: output i: get_input: input l is a list, and x is not an index',
      'main.yaml:18:16: output j: a has no operation craete; did you mean create?',
      'main.yaml:19:16: output k: get_operation_output requires a node, an interface, an operation and an output',
      'main.yaml:20:16: output l: get_attribute: SELF cannot be used here',
      'main.yaml:21:16: output m: get_nodes_of_type: type Comptue is not defined; did you mean Compute?',
      'main.yaml:22:16: output n: get_property scalable, max_instances, 1: the property of b is not a list or mapping',
    ],
  ],
  ['an output without a value', topology('outputs: {a: {}}'), ['main.yaml:3:13: output a has no value']],
  [
    'an unknown capability',
    nodes('a: {type: Compute, capabilities: {hots: {}}}'),
    ['main.yaml:4:39: node a has no capability hots; did you mean host or os?'],
  ],
  [
    'an unknown operation',
    nodes('a: {type: Compute, interfaces: {Standard: {craete: x.sh}}}'),
    ['main.yaml:4:48: node a: interface Standard has no operation craete; did you mean create?'],
  ],
  [
    'unknown operations of relationships',
    topology(
      'node_templates:',
      '  a: {type: Compute}',
      '  b:',
      '    type: SoftwareComponent',
      '    requirements: [{host: {node: a, relationship: {type: HostedOn, interfaces: {Configure: {pre_configure_sorce: x}}}}}]',
      'relationship_templates: {r: {type: ConnectsTo, interfaces: {Configur: {}}}}',
    ),
    [
      'main.yaml:7:95: relationship HostedOn of node b: interface Configure has no operation pre_configure_sorce; did you mean pre_configure_source?',
      'main.yaml:8:63: relationship r has no interface Configur; did you mean Configure?',
    ],
  ],
  [
    'an unknown interface',
    nodes('a: {type: Compute, interfaces: {Own: {create: x.sh}}}'),
    ['main.yaml:4:37: node a has no interface Own'],
  ],
  [
    'an unknown key',
    nodes('a: {type: Compute, propertys: {}}'),
    ['main.yaml:4:24: node a: unknown key propertys; did you mean properties?'],
  ],
  [
    'an unknown input',
    nodes('a: {type: BlockStorage, properties: {size: {get_input: size}}}'),
    ['main.yaml:4:48: node a: there is no input size'],
  ],
  [
    'a function that refers to nothing',
    topology(
      'node_templates: {a: {type: Compute}}',
      'outputs:',
      '  x: {value: {get_attribute: [b, private_address]}}',
      '  y: {value: {get_attribute: [a, color]}}',
      '  z: {value: {concat: [{get_property: [a, host, color]}]}}',
    ),
    [
      'main.yaml:5:16: output x: get_attribute: node b is not defined',
      'main.yaml:6:16: output y: a has no attribute color',
      'main.yaml:7:26: output z: a has no property host, color',
    ],
  ],
  [
    'a default that the input does not allow',
    topology('inputs: {n: {type: integer, default: 9, constraints: [{valid_values: [1, 2]}]}}'),
    ['main.yaml:3:40: default of input n: 9 is not one of 1, 2'],
  ],
  [
    'a default that is a function',
    topology('inputs: {n: {type: integer, default: {get_input: m}}}'),
    ['main.yaml:3:40: default of input n must not be a function'],
  ],
  [
    'a function in a policy that refers to nothing',
    topology('policies: [{p: {type: tosca.policies.Root, triggers: {t: {condition: {threshold: {get_input: n}}}}}}]'),
    ['main.yaml:3:84: policy p: there is no input n'],
  ],
  [
    'repeated keys, and other faults',
    nodes('a: {type: Compute}', 'a: {type: Compute}', 'a: {type: Nope}'),
    [
      'main.yaml:5:5: not valid YAML: the key is already defined above',
      'main.yaml:6:5: not valid YAML: the key is already defined above',
      'main.yaml:6:15: node a: type Nope is not defined',
    ],
  ],
  ['groups that are a list', topology('groups: [a]'), ['main.yaml:3:3: groups must be a mapping']],
  [
    'parts of a file that are not mappings',
    `${HEAD}metadata: a\nrepositories: [a]\nnode_types: {a: b, c: {derived_from: tosca.nodes.Root, requirements: {}}}\ntopology_template: a\n`,
    [
      'main.yaml:4:14: type a must be a mapping',
      'main.yaml:2:1: metadata must be a mapping',
      'main.yaml:3:1: repositories must be a mapping',
      'main.yaml:5:1: topology_template must be a mapping',
      'main.yaml:4:56: type c: requirements must be a list',
    ],
  ],
  [
    'parts of a topology that are not mappings or lists',
    topology('inputs: {a: b}', 'outputs: {a: 5}', 'policies: a', 'substitution_mappings: a'),
    [
      'main.yaml:3:12: input a must be a mapping',
      'main.yaml:4:13: output a must be a mapping',
      'main.yaml:6:3: substitution_mappings must be a mapping',
      'main.yaml:5:3: policies must be a list',
    ],
  ],
  [
    'parts of a node that are not mappings or lists',
    nodes(
      'a:',
      '  type: Compute',
      '  properties: b',
      '  requirements: [b]',
      '  interfaces: {Standard: b}',
      '  artifacts: b',
    ),
    [
      'main.yaml:6:7: node a: properties must be a mapping',
      'main.yaml:9:7: node a: artifacts must be a mapping',
      'main.yaml:8:20: node a: interface Standard must be a mapping',
      'main.yaml:7:22: node a: requirement 1 must be a mapping',
    ],
  ],
  ['a policy that is not a mapping', topology('policies: [a]'), ['main.yaml:3:14: a policy must be a mapping']],
  [
    'a trigger whose action neither scales in nor out',
    clusterPolicy('{condition: {aggregation_method: mean}, action: {a: {type: constructor}}}'),
    ['main.yaml:3:130: policy p: trigger t has no action of type SCALE_OUT or SCALE_IN'],
  ],
  [
    'a trigger without a condition',
    topology('policies: [{p: {type: tosca.policies.Monitoring, triggers: {t: {}}}}]'),
    ['main.yaml:3:63: policy p: trigger t has no condition'],
  ],
  [
    'an aggregation that Gnocchi does not know',
    topology('policies: [{p: {type: tosca.policies.Scaling, triggers: {t: {condition: {aggregation_method: most}}}}}]'),
    [
      'main.yaml:3:96: policy p: aggregation_method is not one of mean, median, summary, maximum, minimum, last, std, first, count',
    ],
  ],
  [
    'a pool of addresses without an end',
    nodes('a: {type: network.Network, properties: {cidr: 10.0.0.0/24, start_ip: 10.0.0.5}}'),
    ['main.yaml:4:74: node a: start_ip requires end_ip'],
  ],
  [
    'a target that is not a name',
    topology('policies: [{p: {type: tosca.policies.Placement, targets: [{a: 1}]}}]'),
    ['main.yaml:3:61: policy p: target {"a":1} is not a node or group'],
  ],
  [
    'an artifact of a type that has no file',
    `${HEAD}node_types: {x: {derived_from: Compute, artifacts: {f: [1]}}}\ntopology_template: {node_templates: {a: {type: x}}}\n`,
    ['main.yaml:3:48: artifact f of node a has no file'],
  ],
  ['an unknown section', `${HEAD}topology: {}\n`, ['main.yaml:2:1: unknown section topology']],
  [
    'an unknown policy type and target',
    topology('policies: [{p: {type: Nope}}, {q: {type: tosca.policies.Placement, targets: [x]}}]'),
    ['main.yaml:3:25: policy p: type Nope is not defined', 'main.yaml:3:80: policy q: target x is not a node or group'],
  ],
  [
    'an import that is not there',
    `${HEAD}imports: [a.yaml, {b: {file: b.yaml}}, {file: c.yaml, repository: r}]\n`,
    [
      'main.yaml:2:11: a.yaml cannot be imported: no such file',
      'main.yaml:2:23: b.yaml cannot be imported: no such file',
      'main.yaml:2:47: repository r is not defined',
    ],
  ],
  [
    'imports that are not TOSCA',
    {
      'main.yaml': `${HEAD}imports: [a.yaml, b: {file: b.yaml}, {file: c.yaml, repository: reop}]\nrepositories: {repo: {}}\n`,
      'a.yaml': '- 1\n',
      'b.yaml': '',
    },
    [
      'main.yaml:2:11: a.yaml cannot be imported: the file is not a TOSCA template: it is not a mapping',
      'main.yaml:2:22: b.yaml cannot be imported: the file is not a TOSCA template: it is not a mapping',
      'main.yaml:2:45: repository reop is not defined; did you mean repo?',
    ],
  ],
  [
    'a repository without a URL',
    `${HEAD}imports: [{file: a.yaml, repository: repo}]\nrepositories: {repo: {}}\n`,
    ['main.yaml:3:16: repository repo has no url'],
  ],
  [
    'imports that form a loop',
    {
      'main.yaml': `${HEAD}imports: [a.yaml]\n`,
      'a.yaml': `${HEAD}imports: [b.yaml]\n`,
      'b.yaml': `${HEAD}imports: [a.yaml]\n`,
    },
    ['b.yaml:2:11: the imports form a loop: a.yaml -> b.yaml -> a.yaml'],
  ],
  [
    'a broken import',
    {'main.yaml': `${HEAD}imports: [a.yaml]\n`, 'a.yaml': 'a: [1\n'},
    ['a.yaml:1:4: not valid YAML: the list that begins here is not closed by ]'],
  ],
  [
    'types that derive from nothing or themselves',
    `${HEAD}node_types: {a: {derived_from: b}, b: {derived_from: a}, c: {derived_from: d}}\n`,
    [
      'main.yaml:2:32: type a derives from itself',
      'main.yaml:2:54: type b derives from itself',
      'main.yaml:2:76: type c derives from unknown type d',
    ],
  ],
  [
    'a mapping in place of a list',
    nodes('a: {type: Compute, requirements: {dependency: b}}'),
    ['main.yaml:4:24: node a: requirements must be a list'],
  ],
  [
    'an unknown node in a substitution',
    topology('substitution_mappings: {node_type: Nope, capabilities: {c: [x, feature]}}'),
    [
      'main.yaml:3:38: substitution_mappings: type Nope is not defined',
      'main.yaml:3:62: substitution_mappings: node x is not defined',
    ],
  ],
]

/** Files that cannot be read at all. */
const unreadable: [string, string, RegExp][] = [
  ['no mapping', '- 1\n', /^main\.yaml: the file is not a TOSCA template: it is not a mapping$/],
  ['no version', 'node_types: {}\n', /^main\.yaml: .*tosca_definitions_version is missing$/],
  [
    'another version',
    'tosca_definitions_version: tosca_2_0\n',
    /^main\.yaml:1:28: version tosca_2_0 is not supported$/,
  ],
  ['no YAML', `${HEAD}a: "b\n`, /^main\.yaml:\d+:\d+: not valid YAML: /],
  [
    'an unknown tag',
    `${HEAD}metadata: !hunter2\n`,
    /^main\.yaml:2:19: the value begins with a character that YAML reserves/,
  ],
  [
    'aliases that expand too far',
    `${HEAD}metadata:\n${bomb()}`,
    /^main\.yaml:\d+:\d+: the file has more than 500000 values$/,
  ],
  ['an alias of itself', `${HEAD}metadata: &a [*a]\n`, /^main\.yaml:2:15: an alias refers to a part that contains it$/],
  ['deep nesting', `${HEAD}metadata: ${'['.repeat(300)}${']'.repeat(300)}\n`, /nested deeper than 200 levels$/],
  ['very deep nesting', `${HEAD}metadata: ${'['.repeat(50_000)}\n`, /nested deeper than 200 levels$|not valid YAML/],
]

/** Ten lines that expand to 10^9 values. */
function bomb(): string {
  const lines = ['  a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 9; level++)
    lines.push(
      `  a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    )
  return `${lines.join('\n')}\n`
}

describe('faults of templates', () => {
  for (const [name, texts, expected] of broken)
    it(`reports ${name}`, async () => {
      assert.deepEqual(await faultsOf(typeof texts === 'string' ? {'main.yaml': texts} : texts), expected)
    })

  const unusual: [string, string | Record<string, string>, string[]][] = [
    [
      'patterns of Python',
      topology(
        'inputs: {a: {constraints: [{pattern: "(?P<a>x)(?P=a)"}, {pattern: "(?i)\\\\Ax\\\\Z"}, {pattern: "a++"}]}}',
      ),
      [],
    ],
    [
      'requirements that the type does not have',
      nodes('a: {type: Compute, requirements: [{local_storage2: {node: b}}]}', 'b: {type: Compute}'),
      ['main.yaml:4:40: node a has no requirement local_storage2; did you mean local_storage?'],
    ],
    [
      'requirements of published types that another file may define',
      `${HEAD}node_types: {a: {requirements: [{b: {capability: tosca.capabilities.vendor.Link}}]}}\n`,
      ['main.yaml:2:50: requirement b of type a: type tosca.capabilities.vendor.Link is not defined'],
    ],
    [
      'groups without the properties of their type',
      `${topology('groups: {g: {type: own.G}}')}group_types: {own.G: {properties: {a: {type: string}}}}\n`,
      ['main.yaml:3:12: group g requires property a'],
    ],
    [
      'values that are nearly functions',
      topology('outputs: {a: {value: {concta: [a]}}, b: {value: {tokens: 1}}}'),
      ['main.yaml:3:24: output a: concta is not a function; did you mean concat?'],
    ],
    [
      'faults of published types that are imported',
      {
        'main.yaml': `${HEAD}imports: [a.yaml]\n`,
        'a.yaml': `${HEAD}data_types: {tosca.datatypes.a: {properties: {b: {type: int}}}}\n`,
      },
      ['a.yaml:2:57: property b of type tosca.datatypes.a: type int is not defined'],
    ],
  ]
  for (const [name, texts, expected] of unusual)
    it(`only notes ${name}`, async () => {
      const files = filesOf(typeof texts === 'string' ? {'main.yaml': texts} : texts)
      const {faults} = await loadTemplate(files, 'main.yaml')
      assert.deepEqual([faults.all.map(faultText), faults.notes.map(faultText)], [[], expected])
    })

  it('reports faults of own types that are imported', async () => {
    const types = `${HEAD}data_types: {own.D: {properties: {b: {type: nope}}}}\n`
    assert.deepEqual(await faultsOf({'main.yaml': `${HEAD}imports: [a.yaml]\n`, 'a.yaml': types}), [
      'a.yaml:2:45: property b of type own.D: type nope is not defined',
    ])
  })

  it('does not wait for a pattern that takes too long', async () => {
    const input = `{type: string, default: ${'a'.repeat(40)}!, constraints: [{pattern: "(a+)+$"}]}`
    const begin = performance.now()
    const faults = await faultsOf({'main.yaml': topology('inputs:', `  a: ${input}`, `  b: ${input}`)})
    assert.ok(performance.now() - begin < 10_000)
    assert.match(faults.join('\n'), /^main\.yaml:4:32: default of input a: "a+!" takes too long to match \(a\+\)\+\$$/)
  })

  it('finds the host by its relationship', async () => {
    const text = `${HEAD}node_types:
  own.App: {derived_from: tosca.nodes.Root, requirements: [{server: {capability: Compute, relationship: HostedOn}}]}
topology_template:
  node_templates:
    a: {type: own.App, requirements: [{server: b}], interfaces: {Standard: {create: {implementation: x, inputs: {a: {get_attribute: [HOST, private_address]}}}}}}
    b: {type: Compute}
    c: {type: Compute, interfaces: {Standard: {create: {implementation: x, inputs: {a: {get_attribute: [HOST, private_address]}}}}}}
`
    assert.deepEqual(await faultsOf({'main.yaml': text}), [
      'main.yaml:8:88: node c: get_attribute: node c is not hosted on a node',
    ])
  })

  it('reports all faults at once', async () => {
    const text = nodes('a: {type: Nope}', 'b: {type: BlockStorage}', 'c: {type: WebApplication}')
    assert.equal((await faultsOf({'main.yaml': text})).length, 3)
  })

  it('reports values that inputs do not allow', async () => {
    const text = topology('inputs: {n: {type: integer}, s: {type: scalar-unit.size}}')
    assert.deepEqual(await faultsOf({'main.yaml': text}, {n: 'x', s: '1 GB'}), [
      'main.yaml:3:12: input n: "x" is not an integer',
    ])
  })

  for (const [name, text, message] of unreadable)
    it(`refuses ${name}`, async () => {
      const error = await faultsOf({'main.yaml': text}).then(
        () => undefined,
        (cause: unknown) => cause,
      )
      assert.ok(error instanceof TemplateError, String(error))
      assert.match(error.faults.map(faultText).join('\n'), message)
    })

  for (const version of ['1_0', '1_1', '1_2', '1_3'])
    it(`accepts tosca_simple_yaml_${version}`, async () => {
      const text = nodes('a: {type: Compute}').replace(/tosca_simple_yaml_\w+/, `tosca_simple_yaml_${version}`)
      assert.match(text, new RegExp(`^tosca_definitions_version: tosca_simple_yaml_${version}\n`))
      assert.deepEqual(await faultsOf({'main.yaml': text}), [])
    })

  it('accepts a file without faults', async () => {
    assert.deepEqual(await faultsOf({'main.yaml': nodes('a: {type: Compute}')}), [])
  })
})
