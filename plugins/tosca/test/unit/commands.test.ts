import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {asArray, asObject, decodeJson} from '@osc-cli/core'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'
import {parse} from 'yaml'
import {zipOf} from '../support/zip.ts'

const templates = join(import.meta.dirname, '../templates')
const server = join(templates, 'server.yaml')
const scaling = join(templates, 'scaling.yaml')
const software = join(templates, 'software.yaml')

describe('commands for TOSCA', () => {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
  })
  after(() => cloud.close())

  const ok = async (...line: string[]) => {
    const result = await cloud.osc(...line)
    assert.equal(result.status, 0, result.stderr)
    return result
  }
  const translate = (file: string, ...options: string[]) =>
    ok('translate', 'template', '--template-type', 'tosca', '--template-file', file, ...options)
  const heat = (text: string) => asObject(asObject(parse(text)).resources)

  it('chooses flavors and images of the cloud', async () => {
    await ok('flavor', 'create', '--vcpus', '2', '--ram', '2500', '--disk', '10', 'fitting')
    await ok('flavor', 'create', '--vcpus', '2', '--ram', '9000', '--disk', '90', 'wasteful')
    const {stdout} = await translate(server, '--parameter', 'note=some text')
    const {web, small} = heat(stdout)
    assert.equal(asObject(asObject(web).properties).flavor, 'fitting')
    assert.equal(asObject(asObject(small).properties).flavor, 'm1.tiny')
  })

  it('needs no cloud with --offline', async () => {
    const {stdout} = await translate(server, '--offline', '--parameter', 'note=some text')
    assert.equal(asObject(asObject(heat(stdout).web).properties).flavor, 'm1.medium')
  })

  it('prints what `stack create -t -` reads', async () => {
    // Heat of the sandbox has no servers.
    const text = `tosca_definitions_version: tosca_simple_yaml_1_0
topology_template:
  inputs: {word: {type: string, default: hello}}
  outputs: {said: {value: {get_input: word}}}
`
    writeFileSync(join(cloud.work, 'word.yaml'), text)
    const {stdout} = await translate('word.yaml')
    const created = await cloud.run(['stack', 'create', '-t', '-', 'from-stdin', '-f', 'json'], {stdin: stdout})
    assert.equal(created.status, 0, created.stderr)
    assert.equal(asObject(decodeJson(created.stdout)).stack_name, 'from-stdin')
  })

  it('writes nested templates beside the output', async () => {
    const folder = join(cloud.work, 'out')
    mkdirSync(folder)
    const {stdout} = await translate(scaling, '--offline', '--output-file', 'out/main.yaml')
    assert.equal(stdout, '')
    assert.ok(heat(readFileSync(join(folder, 'main.yaml'), 'utf8')).grow_group)
    assert.ok(heat(readFileSync(join(folder, 'grow_res.yaml'), 'utf8')).worker)
  })

  it('writes the scripts of an archive beside the output', async () => {
    const text = `tosca_definitions_version: tosca_simple_yaml_1_0
topology_template:
  node_templates:
    server: {type: Compute, capabilities: {host: {properties: {num_cpus: 1}}}}
    tool:
      type: SoftwareComponent
      requirements: [{host: server}]
      interfaces: {Standard: {create: ../scripts/run.sh}}
`
    const meta = 'TOSCA-Meta-File-Version: 1.0\nCSAR-Version: 1.1\nCreated-By: x\nEntry-Definitions: defs/app.yaml\n'
    const archive = zipOf([
      {name: 'TOSCA-Metadata/TOSCA.meta', content: meta},
      {name: 'defs/app.yaml', content: text},
      {name: 'scripts/run.sh', content: 'run'},
    ])
    const cwd = cloud.work
    writeFileSync(join(cwd, 'app.csar'), archive)
    await translate('app.csar', '--offline', '--output-file', 'csar/hot.yaml')
    const {tool_create_config: config} = heat(readFileSync(join(cwd, 'csar/hot.yaml'), 'utf8'))
    assert.deepEqual(asObject(asObject(config).properties).config, {get_file: 'scripts/run.sh'})
    assert.equal(readFileSync(join(cwd, 'csar/scripts/run.sh'), 'utf8'), 'run')
    const {stderr} = await translate('app.csar', '--offline')
    assert.match(stderr, /Use --output-file to write them/)
    assert.equal(existsSync(join(cwd, 'scripts')), false)
  })

  it('says where the scripts of a folder are', async () => {
    const folder = join(cloud.work, 'scripted')
    mkdirSync(folder)
    writeFileSync(join(folder, 'run.sh'), 'run')
    const text = `tosca_definitions_version: tosca_simple_yaml_1_0
topology_template:
  node_templates:
    server: {type: Compute, interfaces: {Standard: {create: run.sh}}, capabilities: {host: {properties: {num_cpus: 1}}}}
`
    writeFileSync(join(folder, 'app.yaml'), text)
    const {stderr} = await translate('scripted/app.yaml', '--offline')
    assert.match(stderr, /refers to files in .*scripted\. Use --output-file to write it there\.\n/)
    const beside = await translate('scripted/app.yaml', '--offline', '--output-file', 'scripted/hot.yaml')
    assert.equal(beside.stderr, '')
  })

  it('writes nothing for an archive that names a file outside itself', async () => {
    const meta = 'TOSCA-Meta-File-Version: 1.0\nCSAR-Version: 1.1\nCreated-By: x\nEntry-Definitions: app.yaml\n'
    const archive = zipOf([
      {name: 'TOSCA-Metadata/TOSCA.meta', content: meta},
      {name: 'app.yaml', content: 'tosca_definitions_version: tosca_simple_yaml_1_0\n'},
      {name: '../evil.sh', content: 'rm -rf /'},
    ])
    writeFileSync(join(cloud.work, 'evil.csar'), archive)
    const line = ['translate', 'template', '--template-type', 'tosca', '--template-file', 'evil.csar', '--offline']
    const {status, stderr} = await cloud.osc(...line, '--output-file', 'evil/out/hot.yaml')
    assert.match(
      stderr,
      /^evil\.csar: the archive cannot be read: invalid relative path: \.\.\/evil\.sh\nCreate the archive again\.\n$/,
    )
    assert.equal(status, 1)
    assert.equal(existsSync(join(cloud.work, 'evil')), false)
  })

  it('only checks with --validate-only', async () => {
    const {stdout} = await translate(server, '--validate-only', 'true')
    assert.match(stdout, /server\.yaml is valid\.\n$/)
  })

  it('reports values for unknown inputs', async () => {
    const {stderr} = await translate(server, '--offline', '--parameter', 'colour=red')
    assert.match(stderr, /The template has no input colour; its value is ignored\./)
  })

  it('shows defaults as they are written, and which inputs are optional', async () => {
    const inputs = 'inputs: {v: {type: version, default: 18.10}, s: {type: list, required: false}, r: {type: list}}'
    const head = 'tosca_definitions_version: tosca_simple_yaml_1_3'
    writeFileSync(join(cloud.work, 'inputs.yaml'), `${head}\ntopology_template: {${inputs}}\n`)
    const {stdout} = await ok('tosca', 'show', 'inputs.yaml', '-f', 'value', '-c', 'Details')
    assert.equal(stdout, 'default 18.10\noptional\nrequired\n')
    const {stdout: given} = await ok(
      'tosca',
      'show',
      'inputs.yaml',
      '--parameter',
      's=5',
      '-f',
      'value',
      '-c',
      'Details',
    )
    assert.equal(given, 'default 18.10\ndefault ["5"]\nrequired\n')
  })

  it('reads a template from a pipe', async () => {
    const pipe = join(cloud.work, 'pipe.yaml')
    execFileSync('mkfifo', [pipe])
    const [{stderr}] = await Promise.all([ok('tosca', 'validate', pipe), writeFile(pipe, readFileSync(server))])
    assert.match(stderr, /pipe\.yaml is valid\.\n$/)
  })

  it('lists what a template consists of', async () => {
    const {stdout} = await ok('tosca', 'show', software, '-f', 'json')
    const rows = asArray(decodeJson(stdout)).map(asObject)
    const count = (section: string) => rows.filter(({Section}) => Section === section).length
    assert.deepEqual([count('input'), count('node'), count('requirement'), count('output')], [1, 8, 9, 1])
  })

  const graphs: [string, RegExp][] = [
    ['text', /^├─ shop \[example\.nodes\.Shop\]\n│ {2}├─ host: HostedOn: web \[WebServer\]$/m],
    ['dot', /^ {2}"shop" -> "web" \[label="host: HostedOn"\];$/m],
    ['mermaid', /^ {2}n0 -->\|"host: HostedOn"\| n1$/m],
    ['json', /"from": "shop",\n\s+"to": "web",\n\s+"requirement": "host"/],
  ]
  for (const [format, expected] of graphs)
    it(`draws a graph as ${format}`, async () =>
      assert.match((await ok('tosca', 'show', software, `--graph=${format}`)).stdout, expected))

  it('lists all problems', async () => {
    writeFileSync(join(cloud.work, 'bad.yaml'), 'tosca_definitions_version: tosca_simple_yaml_1_0\na: 1\nb: 2\n')
    const {status, stdout} = await cloud.osc('tosca', 'validate', 'bad.yaml', '-f', 'json')
    assert.equal(status, 1)
    const rows = asArray(decodeJson(stdout)).map(asObject)
    assert.deepEqual(rows[0], {File: 'bad.yaml', Line: 2, Column: 1, Problem: 'unknown section a'})
    assert.equal(rows.length, 2)
    const valid = await ok('tosca', 'validate', server)
    assert.match(valid.stderr, /server\.yaml is valid\./)
  })

  it('lists problems of nodes, policies and workflows at once', async () => {
    const text = `tosca_definitions_version: tosca_simple_yaml_1_3
topology_template:
  node_templates: {server: {type: Compute, properties: {color: red}}}
  policies: [{p: {type: tosca.policies.Monitoring, triggers: {t: {}}}}]
  workflows: {w: {steps: {a: {on_success: b}}}}
`
    writeFileSync(join(cloud.work, 'all.yaml'), text)
    const {status, stdout} = await cloud.osc('tosca', 'validate', 'all.yaml', '-f', 'value', '-c', 'Line')
    assert.deepEqual([status, stdout], [1, '3\n4\n5\n'])
  })

  it('notes what is unusual in a valid template', async () => {
    const text = `tosca_definitions_version: tosca_simple_yaml_1_3
topology_template: {outputs: {a: {value: {concta: [b]}}}}
`
    writeFileSync(join(cloud.work, 'unusual.yaml'), text)
    const {stderr} = await ok('tosca', 'validate', 'unusual.yaml')
    const note = 'unusual.yaml:2:42: output a: concta is not a function; did you mean concat?'
    assert.equal(stderr, `${note}\nunusual.yaml is valid.\n`)
  })

  it('notes what a translation rejects in a valid template', async () => {
    const text = `tosca_definitions_version: tosca_simple_yaml_1_3
topology_template:
  node_templates:
    server: {type: Compute, capabilities: {host: {properties: {num_cpus: 999}}}}
    balancer: {type: LoadBalancer}
  workflows: {w: {steps: {a: {activities: [{delegate: deploy}]}}}}
`
    writeFileSync(join(cloud.work, 'limits.yaml'), text)
    const {stderr} = await ok('tosca', 'validate', 'limits.yaml')
    assert.match(
      stderr,
      /^Rejected by translate template: limits\.yaml:5:22: node balancer: Heat has nothing for type .*\nRejected by translate workflow: limits\.yaml:6:55: .* no workflow deploy to delegate to\nlimits\.yaml is valid\.\n$/,
    )
  })

  before(() => {
    const node = '{type: Compute, capabilities: {host: {properties: {num_cpus: 999}}}}'
    const text = `tosca_definitions_version: tosca_simple_yaml_1_0
topology_template: {node_templates: {one: ${node}, other: ${node}}}
`
    writeFileSync(join(cloud.work, 'large.yaml'), text)
    writeFileSync(join(cloud.work, 'one.yaml'), 'tosca_definitions_version: tosca_simple_yaml_1_0\na: 1\n')
    writeFileSync(join(cloud.work, 'huge.yaml'), `${text}# ${'x'.repeat(2 ** 20)}\n`)
  })
  const wrong: [string, string[], number, RegExp][] = [
    [
      'a missing file',
      ['tosca', 'validate', 'no.yaml'],
      1,
      /^no\.yaml: the file cannot be read: no such file or directory\n.*Check the path\./s,
    ],
    ['a huge file', ['tosca', 'validate', 'huge.yaml'], 1, /^huge\.yaml: the file is larger than 1 MiB\nSplit it, /],
    [
      'several problems',
      ['tosca', 'show', 'bad.yaml'],
      1,
      /bad\.yaml:2:1: .*\nbad\.yaml:3:1: .*\nbad\.yaml has 2 problems\.\nCheck it again with: osc tosca validate bad\.yaml/,
    ],
    [
      'several problems of a valid template',
      ['translate', 'template', '--template-type', 'tosca', '--template-file', 'large.yaml'],
      1,
      /large\.yaml has 2 problems\.\nChange the template, or give other values with --parameter\.\n$/,
    ],
    [
      'one problem',
      ['tosca', 'show', 'one.yaml'],
      1,
      /^one\.yaml:2:1: unknown section a\nCheck it again with: osc tosca validate one\.yaml\n$/,
    ],
    ['no type', ['translate', 'template', '--template-file', server], 2, /--template-type/],
    [
      'another type',
      ['translate', 'template', '--template-file', server, '--template-type', 'hot'],
      2,
      /template-type/,
    ],
    ['a broken parameter', ['tosca', 'show', server, '--parameter', 'x'], 2, /expected KEY=VALUE/],
    [
      'a server that no flavor fits',
      ['translate', 'template', '--template-type', 'tosca', '--template-file', server, '--parameter', 'memory=900 GB'],
      1,
      /node web: no flavor is large enough \(.*mem_size 900 GB.*\nChange the template, or give other values/,
    ],
  ]
  for (const [name, line, status, message] of wrong)
    it(`refuses ${name}`, async () => {
      const result = await cloud.osc(...line)
      assert.match(result.stderr, message)
      assert.equal(result.status, status)
    })
})
