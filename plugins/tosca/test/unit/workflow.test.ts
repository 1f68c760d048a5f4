import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'mocha'
import {parse} from 'yaml'
import {faultText} from '#faults'
import {yamlText} from '#hot/template'
import {workbookOf} from '#mistral/workbook'
import {loadTemplate} from '#model/load'
import {openInput} from '#read/input'
import type {Files} from '#read/source'
import {filesOf, webOf} from '../support/load.ts'

const folder = join(import.meta.dirname, '../templates')

async function translated(files: Files, location: string, values: Record<string, string> = {}) {
  const {template, faults} = await loadTemplate(files, location, values)
  const result = await workbookOf(template, faults, values)
  return {...result, faults: faults.all.map(faultText)}
}

/** A template with one node and these lines below `workflows`; the first one is line 9. */
const workflows = (...lines: string[]): string => `tosca_definitions_version: tosca_simple_yaml_1_3
topology_template:
  node_templates:
    server: {type: Compute}
    tool: {type: SoftwareComponent, requirements: [{host: server}], interfaces: {Standard: {create: run.sh}}}
    loose: {type: example.Loose, interfaces: {Standard: {create: run.sh}}}

  workflows:
${lines.map((line) => `    ${line}\n`).join('')}
node_types:
  example.Loose: {derived_from: tosca.nodes.Root}
`

describe('translation to Mistral', () => {
  // Mistral accepts the expected file and runs its workflow `care`.
  it('translates steps, activities and what follows', async () => {
    const {files, location} = await openInput('workflows.yaml', {cwd: folder, download: webOf({})})
    const {workbook, faults, notes} = await translated(files, location)
    assert.deepEqual([faults, notes], [[], []])
    const expected = readFileSync(join(folder, 'expected/workflows.yaml'), 'utf8')
    assert.deepEqual(parse(await yamlText(workbook)), parse(expected))
  })

  it('has given values as defaults', async () => {
    const {files, location} = await openInput('workflows.yaml', {cwd: folder, download: webOf({})})
    const {workbook} = await translated(files, location, {word: 'x'})
    assert.match(await yamlText(workbook), /- word: x\n/)
  })

  const bad: [string, string[], string][] = [
    ['an unknown step', ['w: {steps: {a: {target: tool, on_success: [b]}}}'], '9:47: step a: there is no step b'],
    [
      'an unknown target',
      ['w: {steps: {a: {target: nothing}}}'],
      '9:29: step a: target nothing is not a node or group',
    ],
    [
      'an unknown workflow',
      ['w: {steps: {a: {target: tool, activities: [{inline: v}]}}}'],
      '9:57: workflow v is not defined',
    ],
    [
      'an unknown activity',
      ['w: {steps: {a: {target: tool, activities: [{sing: v}]}}}'],
      '9:49: step a: unknown activity sing',
    ],
    [
      'an unknown operation',
      ['w: {steps: {a: {target: tool, activities: [{call_operation: Own.dance}]}}}'],
      '9:49: step a: node tool has no operation Own.dance',
    ],
    [
      'a script of a node without a server',
      ['w: {steps: {a: {target: loose, activities: [{call_operation: Standard.create}]}}}'],
      '6:13: node loose has operations, but is not hosted on a Compute node',
    ],
    ['no steps', ['w: {}'], '9:5: workflow w has no steps'],
  ]
  for (const [name, lines, expected] of bad)
    it(`reports ${name}`, async () => {
      const {faults} = await translated(filesOf({'main.yaml': workflows(...lines), 'run.sh': 'run'}), 'main.yaml')
      assert.deepEqual(faults, [`main.yaml:${expected}`])
    })

  it('reports a script that Mistral would evaluate, and one that is missing', async () => {
    const text = workflows('w: {steps: {a: {target: tool, activities: [{call_operation: Standard.create}]}}}')
    const dangerous = await translated(filesOf({'main.yaml': text, 'run.sh': 'echo {{ x }}'}), 'main.yaml')
    assert.match(dangerous.faults.join('\n'), /^main\.yaml:5:12: node tool: its script contains <% or \{\{/)
    const missing = await translated(filesOf({'main.yaml': text}), 'main.yaml')
    assert.deepEqual(missing.faults, ['main.yaml:5:12: run.sh cannot be read: no such file'])
  })

  it('says what is left out', async () => {
    const text = workflows(
      'w: {preconditions: [], steps: {a: {target: tool, filter: [], activities: [{set_state: x}]}}}',
    )
    const {notes} = await translated(filesOf({'main.yaml': text}), 'main.yaml')
    assert.deepEqual(notes, [
      'Workflow w: preconditions is left out, Mistral has nothing for it.',
      'Step a of workflow w: its filter is left out.',
    ])
  })
})
