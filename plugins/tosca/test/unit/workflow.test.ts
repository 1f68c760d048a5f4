import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {asObject} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {parse} from 'yaml'
import {faultText} from '#faults'
import {yamlText} from '#hot/template'
import {workbookOf} from '#mistral/workbook'
import {loadTemplate} from '#model/load'
import {checkScripts} from '#read/external'
import {openInput} from '#read/input'
import type {Files} from '#read/source'
import {filesOf, webOf} from '../support/load.ts'

const folder = join(import.meta.dirname, '../templates')

/** The workbook of a valid template, and what cannot be translated. */
async function translated(files: Files, location: string, values: Record<string, string> = {}) {
  const {template, faults} = await loadTemplate(files, location, values)
  faults.check()
  const result = await workbookOf(template, faults, values)
  return {...result, faults: faults.all.map(faultText)}
}

/** The faults that `tosca validate` finds. */
async function invalid(...texts: Parameters<typeof filesOf>): Promise<string[]> {
  const {template, faults} = await loadTemplate(filesOf(...texts), 'main.yaml')
  await checkScripts(template, faults)
  return faults.all.map(faultText)
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
      'a state without a name',
      ['w: {steps: {a: {target: tool, activities: [{set_state: {}}]}}}'],
      '9:49: step a: set_state requires the name of a state',
    ],
    [
      'an unknown operation',
      ['w: {steps: {a: {target: tool, activities: [{call_operation: Own.dance}]}}}'],
      '9:49: step a: node tool has no operation Own.dance',
    ],
    [
      'a call of no operation',
      ['w: {steps: {a: {target: tool, activities: [{call_operation: {}}]}}}'],
      '9:49: step a: call_operation requires the name of an operation',
    ],
    [
      'an unknown relationship',
      ['w: {steps: {a: {target: tool, target_relationship: peer}}}'],
      '9:56: step a: node tool has no requirement peer',
    ],
    [
      'a missing input of another workflow',
      [
        'w: {steps: {a: {target: tool, activities: [{inline: v}]}}}',
        'v: {inputs: {x: {type: string}}, steps: {b: {}}}',
      ],
      '9:57: step a: workflow v requires input x',
    ],
    [
      'an unknown input of another workflow',
      ['w: {steps: {a: {target: tool, activities: [{inline: {workflow: v, inputs: {y: 1}}}]}}}', 'v: {steps: {b: {}}}'],
      '9:57: step a: workflow v has no input y',
    ],
    [
      'an activity that is not a mapping',
      ['w: {steps: {a: {target: tool, activities: [rest]}}}'],
      '9:48: step a: an activity must be a mapping',
    ],
    [
      'an unknown key of a step',
      ['w: {steps: {a: {target: tool, on_sucess: b}, b: {target: tool}}}'],
      '9:35: step a: unknown key on_sucess; did you mean on_success?',
    ],
    [
      'an input that only another workflow has',
      [
        'w: {steps: {a: {target: tool, activities: [{inline: {workflow: v, inputs: {x: {get_input: x}}}}]}}}',
        'v: {inputs: {x: {type: string}}, steps: {b: {}}}',
      ],
      '9:83: step a: there is no input x',
    ],
    [
      'workflows that call each other in a circle',
      ['w: {steps: {a: {activities: [{inline: v}]}}}', 'v: {steps: {b: {activities: [{delegate: {workflow: w}}]}}}'],
      '10:45: the workflows form a cycle: w -> v -> w',
    ],
    [
      'a workflow that calls itself',
      ['w: {steps: {a: {activities: [{inline: w}]}}}'],
      '9:43: the workflows form a cycle: w -> w',
    ],
    [
      'a default that the input of a workflow does not allow',
      ['w: {inputs: {n: {type: integer, default: many}}, steps: {a: {}}}'],
      '9:46: default of input n: "many" is not an integer',
    ],
    [
      'an unknown key of an activity',
      ['w: {steps: {a: {target: tool, activities: [{call_operation: {operation: Standard.create, input: {}}}]}}}'],
      '9:94: step a, call_operation: unknown key input; did you mean inputs?',
    ],
    [
      'an unknown key of a workflow',
      ['w: {step: {}, steps: {a: {}}}'],
      '9:9: workflow w: unknown key step; did you mean steps?',
    ],
    ['steps that are a list', ['w: {steps: [{a: {}}]}'], '9:9: workflow w: steps must be a mapping'],
    [
      'an activity with two keys',
      ['w: {steps: {a: {target: tool, activities: [{set_state: one, inline: w}]}}}'],
      '9:48: step a: an activity must have only one key',
    ],
    [
      'steps that follow each other in a circle',
      ['w: {steps: {s: {on_success: a}, a: {on_failure: b}, b: {on_success: [a]}}}'],
      '9:73: the steps form a cycle: a -> b -> a',
    ],
    [
      'a successor that only JavaScript has',
      ['w: {steps: {a: {target: tool, on_success: constructor}}}'],
      '9:47: step a: there is no step constructor',
    ],
  ]
  for (const [name, lines, expected] of bad)
    it(`finds ${name} when it validates`, async () =>
      assert.deepEqual(await invalid({'main.yaml': workflows(...lines), 'run.sh': 'run'}), [`main.yaml:${expected}`]))

  const limits: [string, string[], string][] = [
    [
      'a script of a node without a server',
      ['w: {steps: {a: {target: loose, activities: [{call_operation: Standard.create}]}}}'],
      '6:13: node loose has operations, but is not hosted on a Compute node',
    ],
    [
      'a state that Mistral would evaluate',
      ['w: {steps: {a: {target: tool, activities: [{set_state: "<% 1 %>"}]}}}'],
      '9:60: step a: Mistral would evaluate "tool: <% 1 %>"',
    ],
    [
      'two steps with one task name',
      [
        'w: {steps: {a: {target: tool, activities: [{set_state: one}, {set_state: two}]}, a_2: {activities: [{set_state: x}]}}}',
      ],
      '9:86: step a_2: its task name a_2 is already in use',
    ],
    [
      'two workflows with one name in Mistral',
      ['w-x: {steps: {a: {}}}', 'w_x: {steps: {a: {}}}'],
      '10:5: workflow w_x: its name in Mistral, w_x, is already in use',
    ],
    [
      'a workflow of the orchestrator',
      ['w: {steps: {a: {target: tool, activities: [{delegate: deploy}]}}}'],
      '9:59: step a: the template has no workflow deploy to delegate to',
    ],
    ['no steps', ['w: {}'], '9:5: workflow w has no steps'],
  ]
  for (const [name, lines, expected] of limits)
    it(`rejects ${name}`, async () => {
      const files = {'main.yaml': workflows(...lines), 'run.sh': 'run'}
      assert.deepEqual(await invalid(files), [])
      assert.deepEqual((await translated(filesOf(files), 'main.yaml')).faults, [`main.yaml:${expected}`])
    })

  it('reports a script that Mistral would evaluate, and one that is missing', async () => {
    const text = workflows('w: {steps: {a: {target: tool, activities: [{call_operation: Standard.create}]}}}')
    const dangerous = await translated(filesOf({'main.yaml': text, 'run.sh': 'echo {{ x }}'}), 'main.yaml')
    assert.match(dangerous.faults.join('\n'), /^main\.yaml:5:12: node tool: its script contains <% or \{\{/)
    assert.deepEqual(await invalid({'main.yaml': text}), ['main.yaml:5:101: run.sh cannot be read: no such file'])
  })

  it('notes a missing script that no workflow calls', async () => {
    const {template, faults} = await loadTemplate(filesOf({'main.yaml': workflows('w: {steps: {a: {}}}')}), 'main.yaml')
    await checkScripts(template, faults)
    assert.deepEqual(faults.all, [])
    assert.deepEqual(faults.notes.map(faultText), [
      'main.yaml:5:101: run.sh cannot be read: no such file',
      'main.yaml:6:66: run.sh cannot be read: no such file',
    ])
  })

  it('gives optional inputs a default', async () => {
    const text = workflows(
      'w: {inputs: {o: {type: string, required: false}, n: {type: string}}, steps: {a: {activities: [{inline: v}]}}}',
      'v: {inputs: {p: {type: string, required: false}}, steps: {b: {}}}',
    )
    const {workbook, faults} = await translated(filesOf({'main.yaml': text, 'run.sh': 'run'}), 'main.yaml')
    assert.deepEqual(faults, [])
    const {input} = asObject(asObject(workbook.workflows).w)
    assert.deepEqual(input, [{o: null}, 'n', {hosts: {}}, {username: 'root'}, {private_key: null}])
  })

  it('uses inputs of the template for the connections to servers', async () => {
    const inputs = '{username: {type: string, default: bob}, hosts: {type: map, required: false}}'
    const text = workflows(`w: {inputs: ${inputs}, steps: {a: {}}}`)
    const {workbook} = await translated(filesOf({'main.yaml': text, 'run.sh': 'run'}), 'main.yaml')
    const {input} = asObject(asObject(workbook.workflows).w)
    assert.deepEqual(input, [{username: 'bob'}, {hosts: {}}, {private_key: null}])
  })

  it('gives scripts an empty variable for an optional input without a value', async () => {
    const call = '{call_operation: {operation: Standard.create, inputs: {x: {get_input: o}}}}'
    const text = workflows(
      `w: {inputs: {o: {type: string, required: false}}, steps: {a: {target: tool, activities: [${call}]}}}`,
    )
    const {workbook} = await translated(filesOf({'main.yaml': text, 'run.sh': 'run'}), 'main.yaml')
    const {a} = asObject(asObject(asObject(workbook.workflows).w).tasks)
    assert.match(
      String(asObject(asObject(a).input).cmd),
      /^export x='<% str\(coalesce\(\$\.get\('o'\), ''\)\)\.replace\(/,
    )
  })

  it('ends a script with a word that the script does not contain', async () => {
    const call = 'w: {steps: {a: {target: tool, activities: [{call_operation: Standard.create}]}}}'
    const content = "cat <<'TOSCA_SCRIPT'\nx\nTOSCA_SCRIPT\n"
    const {workbook} = await translated(filesOf({'main.yaml': workflows(call), 'run.sh': content}), 'main.yaml')
    const {a} = asObject(asObject(asObject(workbook.workflows).w).tasks)
    assert.equal(asObject(asObject(a).input).cmd, `/bin/sh /dev/stdin <<'TOSCA_SCRIPT_'\n${content}TOSCA_SCRIPT_`)
  })

  const inputs: [string, string, string][] = [
    ['a text that Mistral would evaluate', '{x: "{{ 1 }}"}', 'Mistral would evaluate "{{ 1 }}"'],
    [
      'a function that Mistral has nothing for',
      '{x: {token: [a, b, 0]}}',
      'Mistral has nothing for {"token":["a","b",0]}',
    ],
    ['a list for a script', '{x: [1]}', 'input x must be a single value, as it becomes a variable of a script'],
    ['a name that is no variable', '{a-b: 1}', 'input a-b cannot be the name of a variable of a script'],
  ]
  for (const [name, given, message] of inputs)
    it(`reports ${name}`, async () => {
      const call = `{call_operation: {operation: Standard.create, inputs: ${given}}}`
      const text = workflows(`w: {steps: {a: {target: tool, activities: [${call}]}}}`)
      const {faults} = await translated(filesOf({'main.yaml': text, 'run.sh': 'run'}), 'main.yaml')
      assert.deepEqual(faults, [`main.yaml:5:12: node tool: ${message}`])
    })

  const scripts: [string, string, boolean][] = [
    ['play.yaml', '- hosts: all', false],
    ['site.pp', 'file {}', false],
    ['tool.py', 'print(1)', false],
    ['tool.py', '#!/usr/bin/python3\nprint(1)', true],
    ['run', 'echo', true],
    ['run.bash', 'echo', true],
  ]
  for (const [file, content, isScript] of scripts)
    it(`${isScript ? 'runs' : 'refuses'} ${file}: ${content.split('\n')[0]}`, async () => {
      const text = workflows('w: {steps: {a: {target: tool, activities: [{call_operation: Standard.create}]}}}')
      const files = filesOf({'main.yaml': text.replace('run.sh', file), [file]: content})
      const {faults} = await translated(files, 'main.yaml')
      const expected = `main.yaml:5:12: node tool: Mistral cannot run ${file}: its first line must start with #!, or its name must end in .sh`
      assert.deepEqual(faults, isScript ? [] : [expected])
    })

  it('sets states that are functions', async () => {
    const text = workflows(
      'w: {inputs: {s: {type: string}}, steps: {a: {target: tool, activities: [{set_state: {get_input: s}}, {set_state: {state: x}}]}}}',
    )
    const {workbook, faults} = await translated(filesOf({'main.yaml': text, 'run.sh': 'run'}), 'main.yaml')
    assert.deepEqual(faults, [])
    assert.match(await yamlText(workbook), /output: "tool: <% \$\.get\('s'\) %>"[\s\S]*output: "tool: x"/)
  })

  it('says that dependencies of an operation are left out', async () => {
    const text = workflows('w: {steps: {a: {target: tool, activities: [{call_operation: Standard.create}]}}}')
    const implementation = '{implementation: {primary: run.sh, dependencies: [lib.sh]}}'
    const files = filesOf({'main.yaml': text.replace('create: run.sh', `create: ${implementation}`), 'run.sh': 'run'})
    const {notes} = await translated(files, 'main.yaml')
    assert.deepEqual(notes, ['Node tool, operation create: dependencies are left out, only the script is sent.'])
  })

  it('says what is left out', async () => {
    const text = workflows(
      'w: {preconditions: [], steps: {a: {target: tool, filter: [], operation_host: TARGET, activities: [{set_state: x}, {call_operation: {operation: Standard.create, outputs: {y: z}}}]}}}',
    ).replace('create: run.sh', 'create: {implementation: run.sh, outputs: {y: [SELF, state]}}')
    const {notes} = await translated(filesOf({'main.yaml': text, 'run.sh': 'run'}), 'main.yaml')
    assert.deepEqual(notes, [
      'Workflow w: preconditions are left out. Mistral has no equivalent.',
      'Step a of workflow w: its filter is left out.',
      'Step a of workflow w: operation_host is left out, operations run on the server of the node.',
      'Node tool, operation create: outputs are left out, Mistral does not set attributes.',
      'Step a of workflow w: outputs of create are left out.',
    ])
  })
})
