import assert from 'node:assert/strict'
import {drawn} from '../../src/graph/draw.ts'
import {overcloudGraph} from '../../src/graph/graph.ts'

const FILES = new Map(
  Object.entries({
    'roles_data.yaml':
      '[{name: Control, CountDefault: 1, networks: [In]}, {name: Compute, networks: {In: {}, Out: {}}}]',
    'network_data.yaml':
      '[{name: In, ip_subnet: 192.0.2.0/24}, {name: Out}, {name: Extra, enabled: false, ip_subnet: 192.0.3.0/24}]',
  }).map(([name, text]) => [name, Buffer.from(text)]),
)
const SERVERS = [
  {role: 'Control', number: 0, id: 'a', server: {name: 'c-"0"', status: 'ACTIVE'}},
  {role: 'Compute', number: 1, id: 'b', server: {}},
]
const graph = overcloudGraph('one', 'DEPLOY_FAILED', FILES, new Map([['ComputeCount', 2]]), SERVERS)

describe('the graph of an overcloud', () => {
  it('is printed as text', async () =>
    assert.equal(
      await drawn(graph, 'text'),
      `one: DEPLOY_FAILED
├─ In network 192.0.2.0/24
├─ Out network
├─ Control role: 1 server, In
│  └─ 0: c-"0" ACTIVE
└─ Compute role: 1 of 2 servers, In, Out
   └─ 1: (no name) MISSING`,
    ))

  it('is printed for Graphviz', async () => {
    const dot = await drawn(graph, 'dot')
    assert.match(dot, /^graph "one" \{\n/)
    assert.ok(dot.includes('"Control 0" [label="c-\\"0\\"\\nACTIVE", style=filled, fillcolor=palegreen];'), dot)
    assert.ok(dot.includes('"role Compute" -- "network Out";'))
  })

  it('is printed for Mermaid', async () => {
    const lines = (await drawn(graph, 'mermaid')).split('\n')
    assert.equal(lines[0], 'flowchart TD')
    assert.ok(lines.includes('    n3["c-#34;0#34;<br>ACTIVE"]:::good'), lines.join('\n'))
    assert.ok(lines.includes('  n4 --- n1'))
  })

  it('is printed as JSON', async () => assert.deepEqual(JSON.parse(await drawn(graph, 'json')), graph))
})
