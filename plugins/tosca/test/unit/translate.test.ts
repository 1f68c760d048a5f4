import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {asObject, type JsonObject} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {parse} from 'yaml'
import {faultText} from '#faults'
import {OFFLINE_FLAVORS, OFFLINE_IMAGES} from '#hot/offline-lists'
import {yamlText} from '#hot/template'
import {translate} from '#hot/translate'
import {loadTemplate} from '#model/load'
import {openInput} from '#read/input'
import {asWritten} from '../compare.ts'
import {filesOf} from '../support/load.ts'

const folder = join(import.meta.dirname, '../templates')

const read = (file: string): unknown => asWritten(parse(readFileSync(join(folder, 'expected', file), 'utf8')))

async function translated(name: string, values: Record<string, string>) {
  const download = () => assert.fail('nothing is downloaded')
  const {files, location} = await openInput(`${name}.yaml`, {cwd: folder, download})
  const {template, faults} = await loadTemplate(files, location, values)
  faults.check()
  const result = translate(template, faults, {values, flavors: OFFLINE_FLAVORS, images: OFFLINE_IMAGES})
  faults.check()
  return result
}

const parsed = async (template: JsonObject): Promise<unknown> => asWritten(parse(await yamlText(template)))

// The expected files were written by heat-translator from these templates.
const templates: Record<string, {values?: Record<string, string>; nested?: string[]}> = {
  affinity: {},
  artifacts: {},
  cluster: {},
  'existing-network': {},
  functions: {},
  monitoring: {},
  network: {},
  placement: {},
  reservation: {},
  roles: {},
  scaling: {nested: ['grow_res.yaml']},
  server: {values: {note: 'some text', cpus: '4'}},
  software: {values: {password: 'secret'}},
  storage: {},
  tacker: {},
  'tacker-scaling': {nested: ['workers_res.yaml']},
  vnf: {nested: ['workers.hot.yaml']},
  webapp: {values: {key_name: 'mine', root: 'store'}},
}

/** A server with a policy of this type and these lines of it. */
const policy = (type: string, ...lines: string[]): string => `tosca_definitions_version: tosca_simple_yaml_1_0
policy_types:
  example.Scaling:
    derived_from: tosca.policies.Scaling
    properties: {min_instances: {type: integer}, max_instances: {type: integer}, increment: {type: integer}}
topology_template:
  inputs:
    least: {type: integer, default: 2}
    step: {type: integer, default: 3}
  node_templates:
    server: {type: Compute, capabilities: {host: {properties: {num_cpus: 1}}}}
  policies:
    - grow:
        type: ${type}
${lines.map((line) => `        ${line}\n`).join('')}`

async function translatedText(text: string) {
  const {template, faults} = await loadTemplate(filesOf({'main.yaml': text}), 'main.yaml')
  faults.check()
  const {main} = translate(template, faults, {values: {}, flavors: OFFLINE_FLAVORS, images: OFFLINE_IMAGES})
  return {resources: asObject(main.resources), faults: faults.all.map(faultText)}
}

const propertiesOf = (resource: unknown) => asObject(asObject(resource).properties)

describe('constraints of inputs', () => {
  it('become those that Heat has for the type, and others are reported', async () => {
    const text = `tosca_definitions_version: tosca_simple_yaml_1_3
data_types:
  own.Small: {derived_from: integer, constraints: [{in_range: [0, 9]}]}
  own.Size: {derived_from: scalar-unit.size}
topology_template:
  inputs:
    a: {type: string, constraints: [{greater_than: b}, {min_length: 2}, {pattern: "[a-z]+"}]}
    b: {type: version, constraints: [{valid_values: [1.9, 1.10]}]}
    c: {type: float, constraints: [{greater_than: 0.5}, {less_than: 1.5}]}
    d: {type: integer, constraints: [{in_range: [UNBOUNDED, 5]}]}
    e: {type: timestamp, constraints: [{less_than: 2026-01-01}]}
    f: {type: list, constraints: [{max_length: 2}, {valid_values: [[1], [2]]}]}
    g: {type: own.Small, constraints: [{equal: 5}]}
    h: {type: own.Size, default: 1 GB, required: false}
    i: {type: integer, required: false}
`
    const {template, faults} = await loadTemplate(filesOf({'main.yaml': text}), 'main.yaml')
    assert.deepEqual(faults.all, [])
    const {main, notes} = translate(template, faults, {values: {}, flavors: OFFLINE_FLAVORS, images: OFFLINE_IMAGES})
    assert.deepEqual(main.parameters, {
      a: {type: 'string', constraints: [{length: {min: 2}}, {allowed_pattern: '[a-z]+'}]},
      b: {type: 'string', constraints: [{allowed_values: ['1.9', '1.10']}]},
      c: {type: 'number', constraints: [{range: {min: 0.5}}, {range: {max: 1.5}}]},
      d: {type: 'number', constraints: [{range: {max: 5}}]},
      e: {type: 'string'},
      f: {type: 'json', constraints: [{length: {max: 2}}]},
      g: {type: 'number', constraints: [{allowed_values: [5]}]},
      h: {type: 'number', default: 1},
      i: {type: 'number'},
    })
    assert.deepEqual(notes, [
      'Input a: greater_than is left out, Heat does not have it for type string.',
      'Input e: less_than is left out, Heat does not have it for type timestamp.',
      'Input f: valid_values is left out, Heat does not have it for type list.',
      'Input i is optional, but Heat requires a value for it.',
    ])
  })
})

describe('operations', () => {
  const HEAD = 'tosca_definitions_version: tosca_simple_yaml_1_3\n'

  it('have the inputs of their interface, and the defaults of their type', async () => {
    const {resources, faults} = await translatedText(`${HEAD}node_types:
  own.Tool:
    derived_from: SoftwareComponent
    interfaces:
      Standard:
        inputs: {shared: {type: string, default: all}, unset: {type: string}}
        create: {implementation: a.sh, inputs: {version: 1.10, plain: {type: integer, default: 5}, map: {type: 1}}}
topology_template:
  node_templates:
    server: {type: Compute}
    tool:
      type: own.Tool
      requirements: [{host: server}]
      interfaces: {Standard: {inputs: {mine: 1}, create: {inputs: {plain: 6}}}}
`)
    assert.deepEqual(faults, [])
    const {input_values: inputs} = propertiesOf(resources.tool_create_deploy)
    assert.deepEqual(inputs, {shared: 'all', version: '1.10', plain: 6, map: {type: 1}, mine: 1})
  })

  it('find their scripts beside the file that names them', async () => {
    const types = `${HEAD}node_types: {own.Tool: {derived_from: SoftwareComponent, interfaces: {Standard: {create: a.sh, start: b.sh}}}}\n`
    const text = `${HEAD}imports: [types/own.yaml]
topology_template: {node_templates: {server: {type: Compute}, tool: {type: own.Tool, requirements: [{host: server}]}}}
`
    const files = {'main.yaml': text, 'types/own.yaml': types, 'types/a.sh': 'a', 'types/b.sh': 'b', 'b.sh': 'b'}
    const {template, faults} = await loadTemplate(filesOf(files), 'main.yaml')
    assert.deepEqual(faults.all, [])
    const {main} = translate(template, faults, {values: {}, flavors: OFFLINE_FLAVORS, images: OFFLINE_IMAGES})
    const resources = asObject(main.resources)
    const named = ['create', 'start'].map((each) => propertiesOf(resources[`tool_${each}_config`]).config)
    assert.deepEqual(named, [{get_file: 'types/a.sh'}, {get_file: 'b.sh'}])
  })

  it('of relationships come from their types and templates too', async () => {
    const {resources, faults} = await translatedText(`${HEAD}relationship_types:
  own.Link:
    derived_from: ConnectsTo
    interfaces: {Configure: {pre_configure_source: {implementation: a.sh, inputs: {x: 1}}}}
topology_template:
  relationship_templates:
    link: {type: own.Link, interfaces: {Configure: {pre_configure_target: b.sh}}}
  node_templates:
    server: {type: Compute}
    one: {type: SoftwareComponent, requirements: [{host: server}, {dependency: {node: two, relationship: link}}]}
    two: {type: SoftwareComponent, requirements: [{host: server}]}
`)
    assert.deepEqual(faults, [])
    const [target, source] = ['one_two_connect', 'one_two_pre_configure_source_connect']
    const files = [target, source].map((name) => propertiesOf(resources[`${name}_config`]).config)
    assert.deepEqual(files, [{get_file: 'b.sh'}, {get_file: 'a.sh'}])
    assert.deepEqual(propertiesOf(resources[`${source}_deploy`]).input_values, {x: 1})
  })
})

describe('what Heat would reject', () => {
  const text = (...lines: string[]): string =>
    `tosca_definitions_version: tosca_simple_yaml_1_3\ntopology_template:\n${lines.map((line) => `  ${line}\n`).join('')}`

  it('is a fault where it is the name of a resource', async () => {
    const {faults} = await translatedText(
      text(
        'node_templates:',
        '  a/b: {type: Compute}',
        '  net: {type: network.Network, properties: {cidr: 10.0.0.0/24}}',
        '  net_subnet: {type: Compute}',
        'policies: [{net: {type: tosca.policies.Placement, targets: [net_subnet]}}]',
      ),
    )
    assert.deepEqual(faults, [
      'main.yaml:4:5: Heat does not accept "a/b" as the name of a resource',
      'main.yaml:6:5: two resources in the Heat template would have the name net_subnet',
      'main.yaml:5:5: two resources in the Heat template would have the name net',
    ])
  })

  it('is avoided by the version of nested templates', async () => {
    const {template, faults} = await loadTemplate(
      filesOf({
        'main.yaml': text(
          'node_templates: {server: {type: Compute}}',
          'policies: [{grow: {type: tosca.policies.Scaling, targets: [server]}}]',
          'outputs: {part: {value: {token: [{get_attribute: [server, private_address]}, ".", 0]}}}',
        ),
      }),
      'main.yaml',
    )
    const {nested} = translate(template, faults, {values: {}, flavors: OFFLINE_FLAVORS, images: OFFLINE_IMAGES})
    assert.deepEqual(faults.all, [])
    const inside = asObject(nested.get('grow_res.yaml'))
    assert.match(JSON.stringify(inside.outputs), /str_split/)
    assert.equal(inside.heat_template_version, '2015-10-15')
  })
})

describe('functions in policies', () => {
  it('become parameters, or values where Heat takes no function', async () => {
    const values = '{min_instances: {get_input: least}, max_instances: 9, increment: {get_input: step}}'
    const {resources} = await translatedText(policy('example.Scaling', `properties: ${values}`))
    assert.deepEqual(propertiesOf(resources.grow_group).min_size, {get_param: 'least'})
    assert.equal(propertiesOf(resources.grow_scale_in).scaling_adjustment, -3)
  })

  it('have the values of the stack also in the nested template', async () => {
    const values = '{min_instances: 1, max_instances: 9, increment: 1}'
    const {resources} = await translatedText(policy('example.Scaling', `properties: ${values}`))
    const {type, properties} = asObject(propertiesOf(resources.grow_group).resource)
    assert.deepEqual([type, properties], ['grow_res.yaml', {least: {get_param: 'least'}, step: {get_param: 'step'}}])
  })

  it('become parameters in alarms', async () => {
    const condition = '{threshold: {get_input: least}, aggregation_method: mean}'
    const text = policy('tosca.policies.Monitoring', `triggers: {busy: {condition: ${condition}}}`)
    const {resources} = await translatedText(text)
    assert.deepEqual(propertiesOf(resources.busy).threshold, {get_param: 'least'})
  })

  it('are reported where a number is needed', async () => {
    const values = '{min_instances: 1, max_instances: 9, increment: {get_attribute: [server, private_address]}}'
    const {faults} = await translatedText(policy('example.Scaling', `properties: ${values}`))
    assert.deepEqual(faults, ['main.yaml:15:69: policy grow: increment is not a number'])
  })
})

describe('translation to Heat', () => {
  it("leaves out what Heat rejects of Tacker's ports", async () => {
    const text = `tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
node_types:
  tosca.nodes.nfv.CP.Tacker:
    derived_from: tosca.nodes.nfv.CP
    properties: {management: {type: boolean}, anti_spoofing_protection: {type: boolean}}
topology_template:
  node_templates:
    machine: {type: tosca.nodes.nfv.VDU, capabilities: {host: {properties: {num_cpus: 1}}}}
    link: {type: tosca.nodes.nfv.VL, properties: {vendor: Tacker, network_name: net_mgmt}}
    port:
      type: tosca.nodes.nfv.CP.Tacker
      properties: {type: sriov, management: true, anti_spoofing_protection: false, order: 0}
      requirements: [{virtualLink: link}, {link: link}, {virtualBinding: machine}, {binding: machine}]
`
    const {resources} = await translatedText(text)
    const expected = {port_security_enabled: false, 'binding:vnic_type': 'direct', network: 'net_mgmt'}
    assert.deepEqual(propertiesOf(resources.port), expected)
  })

  for (const [name, {values = {}, nested = []}] of Object.entries(templates))
    it(`${name}.yaml as heat-translator translates it`, async () => {
      const result = await translated(name, values)
      assert.deepEqual(await parsed(result.main), read(`${name}.yaml`))
      assert.deepEqual([...result.nested.keys()], nested)
      for (const [file, template] of result.nested) assert.deepEqual(await parsed(template), read(file))
    })
})
