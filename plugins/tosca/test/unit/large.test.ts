import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {faultText} from '#faults'
import {drawn} from '#graph/draw'
import {limitsOf} from '#limits'
import {loadTemplate} from '#model/load'
import {filesOf} from '../support/load.ts'

const HEAD = 'tosca_definitions_version: tosca_simple_yaml_1_3\n'

/** A template with this many nodes. */
const nodes = (count: number, lineOf: (index: number) => string): string => {
  const lines = Array.from({length: count}, (_, index) => `    n${index}: ${lineOf(index)}\n`)
  return `${HEAD}topology_template:\n  node_templates:\n${lines.join('')}`
}

async function loaded(text: string) {
  const {template, faults} = await loadTemplate(filesOf({'main.yaml': text}), 'main.yaml')
  return {template, faults: faults.all.map(faultText)}
}

async function limits(text: string): Promise<string[]> {
  const {template, faults} = await loaded(text)
  assert.deepEqual(faults, [])
  return [...(await limitsOf(template, {})).values()].flat().map(faultText)
}

// Each was a stack overflow, or took time that grows with the square of the size. All are smaller than 1 MiB.
describe('large templates', function () {
  this.timeout(60_000)

  it('with 4,000 nodes that depend on each other', async () => {
    const text = nodes(4000, (index) =>
      index === 0 ? '{type: Compute}' : `{type: Compute, requirements: [{dependency: n${index - 1}}]}`,
    )
    assert.deepEqual(await limits(text), [])
    assert.match(await drawn((await loaded(text)).template, 'text'), /n3899 \(deeper than 100 levels\)$/)
  })

  it('with 20,000 steps that lead to unknown ones', async () => {
    const steps = Array.from({length: 20_000}, (_, index) => `        s${index}: {on_success: x${index}}\n`)
    const {faults} = await loaded(`${HEAD}topology_template:\n  workflows:\n    w:\n      steps:\n${steps.join('')}`)
    assert.equal(faults.length, 20_000)
  })

  it('with software that is hosted on software', async () => {
    const text = nodes(4000, (index) =>
      index === 0 ? '{type: Compute}' : `{type: Layer, requirements: [{host: n${index - 1}}]}`,
    )
    const types = `node_types: {Layer: {derived_from: tosca.nodes.WebServer, interfaces: {Standard: {create: a.sh}}}}\n`
    assert.deepEqual(await limits(`${text}${types}`), [])
  })

  it('with requirements for the only node of a type', async () => {
    const text = nodes(4000, (index) =>
      index === 0 ? '{type: Compute}' : '{type: WebServer, requirements: [{host: {node: Compute}}]}',
    )
    assert.deepEqual(await limits(text), [])
  })

  it('with properties that refer to each other', async () => {
    const text = nodes(2000, (index) =>
      index === 0
        ? '{type: BlockStorage, properties: {size: 1 GB}}'
        : `{type: BlockStorage, properties: {size: {get_property: [n${index - 1}, size]}}}`,
    )
    assert.deepEqual((await loaded(text)).faults, [
      'main.yaml:105:51: property n101.size refers to others through more than 100 properties',
    ])
  })

  it('with types that derive from each other', async () => {
    const lines = Array.from({length: 20_000}, (_, index) => `  t${index}: {derived_from: t${index + 1}}\n`)
    const {faults} = await loaded(`${HEAD}node_types:\n${lines.join('')}  t20000: {}\n`)
    assert.deepEqual(faults, ['main.yaml:3:22: type t0 derives from more than 100 types'])
  })

  it('with a cycle of all nodes', async () => {
    const text = nodes(4000, (index) => `{type: Compute, requirements: [{dependency: n${(index + 1) % 4000}}]}`)
    const {faults} = await loaded(text)
    assert.deepEqual(faults, [
      'main.yaml:4003:44: the requirements form a cycle: n0 -> n1 -> n2 -> n3 -> n4 -> n5 -> n6 -> n7 -> n8 -> n9 -> ... -> n0',
    ])
  })

  it('with a workflow of 5,000 steps', async () => {
    const steps = Array.from({length: 5000}, (_, index) => `        s${index}: {on_success: [s${index + 1}]}\n`)
    const text = `${HEAD}topology_template:\n  workflows:\n    w:\n      steps:\n${steps.join('')}        s5000: {}\n`
    assert.deepEqual(await limits(text), [])
  })
})
