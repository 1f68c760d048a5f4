import assert from 'node:assert/strict'
import {Pictures} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {diagramOf} from '#graph/diagram'
import {executionGraph, workflowGraph} from '#graph/graph'
import {textOf} from '#graph/text'
import {story} from './story.ts'

const definition = `version: '2.0'
flow:
  tasks:
    first: {on-success: [second, {third: <% $.x %>}], on-error: 'fail msg="no"'}
    second:
      with-items: n in <% $.ns %>
      action: std.echo output=<% $.n %>
      on-complete: last
    third: {workflow: w.sub, on-success: [last, noop]}
    last: {join: all}
`
const workflow = workflowGraph({name: 'book.flow', definition})
const task = (id: string, name: string, state: string, by?: string) => ({
  id,
  name,
  state,
  started_at: '2026-01-01 00:00:00',
  finished_at: '2026-01-01 00:00:02',
  runtime_context: JSON.stringify(by ? {triggered_by: [{task_id: by, event: 'on-success'}]} : {}),
})
const execution = executionGraph(
  workflow,
  {state: 'ERROR'},
  [task('3', 'second', 'ERROR', '1'), task('2', 'first', 'SUCCESS'), task('1', 'first', 'SUCCESS', '2')],
  0,
)

describe('the graph of a workflow', () => {
  it('is a tree', () =>
    assert.equal(
      textOf(workflow),
      `book.flow
└─ first [std.noop]
   ├─ on-success: second [std.echo, for each n in <% $.ns %>]
   │  └─ on-complete: last [std.noop, join all]
   ├─ on-success if <% $.x %>: third [w.sub]
   │  └─ on-success: last (above)
   └─ on-error: fail`,
    ))

  it('shows tasks in a circle, and what a reverse workflow requires', () => {
    const circle = 'flow: {tasks: {a: {on-success: b}, b: {on-success: a}}}'
    assert.equal(
      textOf(workflowGraph({name: 'flow', definition: circle})),
      'flow\n└─ a [std.noop]\n   └─ on-success: b [std.noop]\n      └─ on-success: a (above)',
    )
    const reverse = 'flow: {type: reverse, tasks: {a: {requires: [b]}, b: {action: x}}}'
    assert.equal(
      textOf(workflowGraph({name: 'flow', definition: reverse})),
      'flow\n└─ b [x]\n   └─ requires: a [std.noop]',
    )
  })

  it('is empty for a definition that cannot be read', () =>
    assert.deepEqual(workflowGraph({name: 'flow', definition: '['}), {name: 'flow', tasks: [], transitions: []}))

  it('is dot', () => {
    const lines = Pictures.dotText(diagramOf(workflow)).split('\n')
    assert.ok(lines.includes('  "second" [label="second\\nstd.echo\\nfor each n in <% $.ns %>"];'))
    assert.ok(lines.includes('  "fail" [label="fail", shape=plain];'))
    assert.ok(lines.includes('  "first" -> "third" [label="on-success if <% $.x %>"];'))
  })

  it('is Mermaid, which takes no such characters', () => {
    const lines = Pictures.mermaidText(diagramOf(workflow)).split('\n')
    assert.ok(lines.includes('  n1["second<br>std.echo<br>for each n in #60;#37; $.ns #37;#62;"]'))
    assert.ok(lines.includes('  n0 -->|"on-error"| n4'))
    assert.ok(lines.includes('  n4(["fail"])'))
  })
})

describe('the graph of an execution', () => {
  it('has states, durations, and the transitions that were taken', () =>
    assert.equal(
      textOf(execution),
      `book.flow: ERROR
└─ first [std.noop, SUCCESS, 0:00:02, 2 times]
   ├─ on-success: second [std.echo, for each n in <% $.ns %>, ERROR, 0:00:02]
   │  └─ (not taken) on-complete: last [std.noop, join all, not started]
   ├─ (not taken) on-success if <% $.x %>: third [w.sub, not started]
   │  └─ (not taken) on-success: last (above)
   └─ on-error: fail`,
    ))

  it('has colors and dashes in dot and Mermaid', () => {
    assert.match(Pictures.dotText(diagramOf(execution)), /"second" \[label=".*", style=filled, fillcolor=lightcoral\];/)
    assert.match(Pictures.dotText(diagramOf(execution)), /"second" -> "last" \[label="on-complete", style=dashed\];/)
    assert.match(Pictures.mermaidText(diagramOf(execution)), /^ {2}n1\[".*"\]:::bad$/m)
    assert.match(Pictures.mermaidText(diagramOf(execution)), /^ {2}n1 -\.->\|"on-complete"\| n3$/m)
    assert.match(Pictures.mermaidText(diagramOf(execution)), /^ {2}classDef bad /m)
  })

  it('has the tasks that ran where the workflow is gone', () =>
    assert.equal(
      textOf(
        executionGraph({name: 'flow', tasks: [], transitions: []}, {state: 'SUCCESS'}, [task('1', 'a', 'SUCCESS')], 0),
      ),
      'flow: SUCCESS\n└─ a [SUCCESS, 0:00:02]',
    ))
})

describe('--graph', () => {
  const {ok, run} = story({
    'flow.yaml': "version: '2.0'\nflow:\n  tasks: {a: {action: std.noop, on-success: b}, b: {action: std.noop}}\n",
  })

  it('draws a workflow and an execution', async () => {
    await ok('workflow', 'create', 'flow.yaml')
    const text = 'flow\n└─ a [std.noop]\n   └─ on-success: b [std.noop]\n'
    assert.equal(await ok('workflow', 'show', 'flow', '--graph'), text)
    assert.match(await ok('workflow', 'show', 'flow', '--graph', 'dot'), /^digraph "flow" \{\n/)
    const id = (await ok('workflow', 'execution', 'create', '--wait', 'flow', '-f', 'value', '-c', 'ID')).trim()
    const show = ['workflow', 'execution', 'show', id, '--graph']
    const {state, transitions} = JSON.parse(await ok(...show, 'json'))
    assert.deepEqual([state, transitions], ['SUCCESS', [{from: 'a', to: 'b', event: 'on-success', taken: true}]])
    assert.match(await ok(...show, 'mermaid'), /^flowchart TD\n/)
    await ok('workflow', 'delete', 'flow')
    assert.match(await ok(...show), /^flow: SUCCESS\n/)
  })

  it('refuses other formats', async () => {
    assert.equal((await run('workflow', 'show', 'flow', '--graph', 'png')).status, 2)
  })
})
