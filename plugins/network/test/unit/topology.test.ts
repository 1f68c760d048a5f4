import assert from 'node:assert/strict'
import {Pictures} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {diagramOf} from '#topology/diagram'
import {textOf} from '#topology/text'
import type {Topology, TopologyNetwork} from '#topology/topology'
import {onSandbox} from './on-sandbox.ts'

const network = (id: string, more: Partial<TopologyNetwork> = {}): TopologyNetwork => ({
  id,
  name: id,
  status: 'ACTIVE',
  external: false,
  subnets: [],
  ports: [],
  ...more,
})
const router = (id: string, ...links: [network: string, ...addresses: string[]][]) => ({
  id,
  name: id,
  status: 'ACTIVE',
  links: links.map(([network_id, ...addresses]) => ({network_id, addresses})),
})
const port = (id: string, device_owner = '', status = 'ACTIVE') => ({
  id,
  name: '',
  status,
  device_owner,
  addresses: ['10.0.0.5'],
})

const topology: Topology = {
  networks: [
    network('private', {
      subnets: [{id: 's', name: 'v4', cidr: '10.0.0.0/24'}],
      ports: [port('p1', 'compute:nova'), port('p2', '', 'DOWN')],
    }),
    network('public', {external: true}),
    network('lonely', {status: 'ERROR'}),
  ],
  routers: [
    router('edge', ['public', '203.0.113.4'], ['private', '10.0.0.1']),
    router('inner', ['private', '10.0.0.9'], ['hidden', '10.1.0.1']),
    router('unused'),
  ],
}

const dot = (drawn: Topology) => Pictures.dotText(diagramOf(drawn))
const mermaid = (drawn: Topology) => Pictures.mermaidText(diagramOf(drawn))

describe('the topology of networks', () => {
  it('is a tree below external networks', () =>
    assert.equal(
      textOf(topology),
      `network public [external]
└─ router edge 203.0.113.4
   └─ network private 10.0.0.1
      ├─ subnet v4 10.0.0.0/24
      ├─ port p1 10.0.0.5 [compute:nova]
      ├─ port p2 10.0.0.5 [DOWN]
      └─ router inner 10.0.0.9
network lonely [ERROR]
router unused`,
    ))

  it('shows once what is connected in a circle', () =>
    assert.equal(
      textOf({networks: [network('a'), network('b')], routers: [router('x', ['a'], ['b']), router('y', ['b'], ['a'])]}),
      `network a
├─ router x
│  └─ network b
│     └─ router y
│        └─ network a (above)
└─ router y (above)`,
    ))

  it('has labels and quotes for Graphviz', () =>
    assert.equal(
      dot({
        networks: [
          network('n', {name: 'a "b"', subnets: [{id: 's', name: '', cidr: '10.0.0.0/8'}], ports: [port('p')]}),
        ],
        routers: [router('r', ['n', '10.0.0.1'], ['hidden'])],
      }),
      `graph "topology" {
  node [shape=box];
  "n" [label="network a \\"b\\"\\nsubnet s 10.0.0.0/8", shape=ellipse];
  "p" [label="port p 10.0.0.5"];
  "r" [label="router r", shape=diamond];
  "n" -- "p";
  "r" -- "n" [label="10.0.0.1"];
}`,
    ))

  it('escapes what Mermaid would read as syntax', () =>
    assert.equal(
      mermaid({
        networks: [network('n', {name: 'end"]', ports: [port('p')]})],
        routers: [router('r', ['n', '10.0.0.1'], ['hidden'])],
      }),
      `flowchart TD
  n0(["network end#34;]"])
  n1["port p 10.0.0.5"]
  n2{{"router r"}}
  n0 --- n1
  n2 ---|"10.0.0.1"| n0`,
    ))

  it('stays a tree whatever the names', () =>
    assert.equal(
      textOf({networks: [network('n', {name: 'a\n\u001b[31mb\u2028c'})], routers: []}),
      'network a\ufffd\ufffd[31mb\ufffdc',
    ))
})

describe('network topology', () => {
  const {ok, json, refuses} = onSandbox()

  it('draws what the cloud has', async () => {
    await ok('network create --external public')
    await ok('network create private')
    await ok('subnet create --network private --subnet-range 192.0.2.0/24 private-v4')
    await ok('router create --external-gateway public edge')
    await ok('router add subnet edge private-v4')
    await ok('port create --network private --fixed-ip ip-address=192.0.2.7 db')
    assert.equal(
      await ok('network topology'),
      `network public [external]
└─ router edge
   └─ network private 192.0.2.1
      ├─ subnet private-v4 192.0.2.0/24
      └─ port db 192.0.2.7 [DOWN]
`,
    )
  })

  it('prints JSON for programs', async () => {
    const {networks, routers} = JSON.parse(await ok('network topology --graph json'))
    assert.deepEqual(
      networks.map((one: TopologyNetwork) => [one.name, one.external, one.subnets.length, one.ports.length]),
      [
        ['public', true, 0, 0],
        ['private', false, 1, 1],
      ],
    )
    assert.deepEqual(routers[0].links, [
      {network_id: networks[0].id, addresses: []},
      {network_id: networks[1].id, addresses: ['192.0.2.1']},
    ])
  })

  it('draws what a project owns, and what of others it uses', async () => {
    const {id} = await json('project create other')
    await ok('network create --share shared')
    await ok(`network create --project ${id} own`)
    await ok(`port create --project ${id} --network shared web`)
    const text = await ok('network topology --project other')
    assert.match(text, /^network own$/m)
    assert.match(text, /^network shared$/m)
    assert.match(text, /port web/)
    assert.doesNotMatch(text, /private|public/)
  })

  refuses([
    ['network topology --graph svg', 2, /--graph/],
    ['network topology --project nothing', 4, /No project with a name or ID of 'nothing' exists/],
  ])
})
