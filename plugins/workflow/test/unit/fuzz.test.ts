import assert from 'node:assert/strict'
import {holds, PIECES, withOddParts} from '@osc-cli/core/test/support/fuzz'
import {describe} from 'mocha'
import {workflowGraph} from '../../src/graph/graph.ts'
import {lint} from '../../src/lint/lint.ts'

const DEFINITION = {
  version: '2.0',
  care: {
    description: 'Restarts what failed.',
    type: 'direct',
    input: ['server', {delay: 5}],
    vars: {count: '<% $.delay * 2 %>'},
    output: {result: '<% task(restart).result %>', other: '{{ _.server }}'},
    'task-defaults': {'on-error': ['report'], retry: {count: 3, delay: 1, 'break-on': '<% $.done %>'}},
    tasks: {
      find: {
        action: 'nova.servers_get server=<% $.server %>',
        publish: {found: '<% task().result %>'},
        'on-success': [{restart: '<% $.found.status = ERROR %>'}, 'report'],
      },
      restart: {workflow: 'sub', input: {id: '{{ _.found.id }}'}, 'with-items': 'i in <% range(3) %>', concurrency: 2},
      report: {join: 'all', action: 'std.http', input: {url: 'http://x', body: {a: 1}}, 'wait-before': 1},
    },
  },
}
const WORKBOOK = {version: '2.0', name: 'book', workflows: {care: DEFINITION.care}, actions: {a: {base: 'std.echo'}}}
const LONGEST_MS = 5000

describe('a workflow definition with odd parts', () => {
  holds('has findings with places, and a graph', 600, (random) => {
    const value = withOddParts(random.pick([DEFINITION, WORKBOOK]), random)
    const json = JSON.stringify(value)
    const at = random.below(json.length)
    const text = random.below(4) === 0 ? json.slice(0, at) + random.text(PIECES, 2) + json.slice(at + 1) : json
    const begin = Date.now()
    for (const {line, column, message} of lint(text)) {
      assert.ok(line > 0 && column > 0)
      assert.notEqual(message, '')
    }
    workflowGraph({name: 'care', definition: text})
    assert.ok(Date.now() - begin < LONGEST_MS, 'it takes too long')
  })
})
