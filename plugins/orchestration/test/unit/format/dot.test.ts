import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, decodeJson} from '@osc-cli/core'
import {dotGraph} from '../../../src/format/dot.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/format', name), 'utf8')

describe('the graph of resources', () => {
  it('draws nested stacks as clusters and failures in red', () => {
    const resources = asArray(decodeJson(fixture('resources.json'))).map(asObject)
    assert.equal(dotGraph(resources), fixture('resources.dot'))
  })

  it('draws an empty graph', () => {
    const empty = 'digraph G {\n  graph [\n    fontsize=10 fontname="Verdana" compound=true rankdir=LR\n  ]\n\n\n}\n'
    assert.equal(dotGraph([]), empty)
  })

  it('omits resources without links', () => assert.equal(dotGraph([{resource_name: 'a', links: 'none'}]), dotGraph([])))
})
