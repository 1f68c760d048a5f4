import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {faultText, TemplateError} from '#faults'
import {faultsOf} from '../support/load.ts'

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
      'main.yaml:3:69: input a: min_length must be an integer',
      'main.yaml:3:86: input a: a constraint must be a mapping with one key',
    ],
  ],
  ['an output without a value', topology('outputs: {a: {}}'), ['main.yaml:3:13: output a has no value']],
  [
    'an unknown capability',
    nodes('a: {type: Compute, capabilities: {hots: {}}}'),
    ['main.yaml:4:39: node a has no capability hots'],
  ],
  [
    'an unknown operation',
    nodes('a: {type: Compute, interfaces: {Standard: {craete: x.sh}}}'),
    ['main.yaml:4:48: node a: interface Standard has no operation craete'],
  ],
  [
    'an unknown interface',
    nodes('a: {type: Compute, interfaces: {Own: {create: x.sh}}}'),
    ['main.yaml:4:37: node a has no interface Own'],
  ],
  ['an unknown key', nodes('a: {type: Compute, propertys: {}}'), ['main.yaml:4:24: node a: unknown key propertys']],
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
      'main.yaml:2:47: c.yaml cannot be imported: no such file',
    ],
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
