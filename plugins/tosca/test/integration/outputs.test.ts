import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asArray, asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {after, before, describe, it} from 'mocha'

const TEMPLATE = `tosca_definitions_version: tosca_simple_yaml_1_3
topology_template:
  inputs:
    address: {type: string, default: 10.0.0.7}
    words: {type: list, entry_schema: {type: string}, default: [left, right]}
    colors: {type: map, entry_schema: {type: string}, default: {sky: blue}}
    ports: {type: range, default: [80, 90]}
    size: {type: scalar-unit.size, default: 1500 MiB}
    wait: {type: scalar-unit.time, default: 10 s}
  outputs:
    last: {value: {token: [{get_input: address}, ., 3]}}
    url: {value: {concat: ["http://", {get_input: address}, /]}}
    joined: {value: {join: [[{get_input: address}, x], "-"]}}
    word: {value: {get_input: [words, 1]}}
    color: {value: {get_input: [colors, sky]}}
    port: {value: {get_input: [ports, 0]}}
    size: {value: {get_input: size}}
    wait: {value: {get_input: wait}}
`

describe('functions and inputs of a TOSCA template on Heat', function () {
  this.timeout(120_000)
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const folder = mkdtempSync(join(tmpdir(), 'osc-tosca-'))
  const name = uniqueName('outputs')

  before(async function () {
    await needs(this, 'orchestration')
    writeFileSync(join(folder, 'app.yaml'), TEMPLATE)
    later('stack', 'delete', '--yes', '--wait', name)
  })
  after(() => rmSync(folder, {recursive: true}))

  it('have the values that TOSCA says', async () => {
    const file = join(folder, 'app.yaml')
    const stdin = await ok(osc('translate', 'template', '--template-type', 'tosca', '--template-file', file))
    await ok(osc(['stack', 'create', '-t', '-', '--wait', name], {stdin}))
    const {body} = await api('orchestration', 'GET', `/stacks/${name}`)
    const outputs = asArray(asObject(asObject(body).stack).outputs).map(asObject)
    assert.deepEqual(
      Object.fromEntries(outputs.map(({output_key: key, output_value: value}) => [key, String(value)])),
      {
        last: '7',
        url: 'http://10.0.0.7/',
        joined: '10.0.0.7-x',
        word: 'right',
        color: 'blue',
        port: '80',
        size: '2',
        wait: '10 s',
      },
    )
  })
})
