import assert from 'node:assert/strict'
import {before, describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

/** What is there besides two networks and two security groups named twin, each in another project. */
const OTHERS = [
  'network create private',
  'subnet create --network private --subnet-range 10.0.0.0/24 private-subnet',
  'port create --network private db',
  'router create edge',
  'security group create web',
  'bgp speaker create --local-as 64512 border',
  'bgpvpn create --name branch',
  'flavor create small',
  'image create cirros',
  'server create --flavor small --image cirros --nic none web',
]

const NETWORK = [
  'network show twin',
  'network set --description x twin',
  'network unset --all-tag twin',
  'network delete twin',
  'subnet create --network twin --subnet-range 10.1.0.0/24 x',
  'subnet list --network twin',
  'port create --network twin x',
  'port list --network twin',
  'router create --external-gateway twin x',
  'router set --external-gateway twin edge',
  'router add gateway edge twin',
  'floating ip create twin',
  'floating ip list --network twin',
  'local ip create --network twin --name x',
  'network rbac create --type network --action access_as_shared --target-project demo twin',
  'network segment create --network twin --network-type vlan x',
  'network segment list --network twin',
  'bgp speaker add network border twin',
  'bgpvpn network association create branch twin',
  'server create --flavor small --image cirros --network twin x',
  'server add network web twin',
]

const GROUP = [
  'security group show twin',
  'security group set --description x twin',
  'security group unset --all-tag twin',
  'security group delete twin',
  'security group rule create --protocol tcp twin',
  'security group rule create --protocol tcp --remote-group twin web',
  'security group rule list twin',
  'port create --network private --security-group twin x',
  'port set --security-group twin db',
  'port unset --security-group twin db',
  'network rbac create --type security_group --action access_as_shared --target-project demo twin',
  'server create --flavor small --image cirros --nic none --security-group twin x',
]

describe('names that are ambiguous across projects', function () {
  this.timeout(60_000)
  const {ok, json, fails} = onSandbox()
  let projects: string[] = []
  before(async () => {
    for (const noun of ['network', 'security group'])
      for (const project of ['admin', 'demo']) await ok(`${noun} create --project ${project} twin`)
    for (const line of OTHERS) await ok(line)
    projects = [(await json('project show admin')).id, (await json('project show demo')).id]
  })

  for (const [noun, lines] of [
    ['network', NETWORK],
    ['security group', GROUP],
  ] as const)
    for (const line of lines)
      it(`list the candidates: ${line}`, async () => {
        const found = (await json(`${noun} list`)) as {ID: string; Name: string}[]
        const ids = found.filter(({Name}) => Name === 'twin').map(({ID}) => ID)
        assert.equal(ids.length, 2)
        const all = [`The ${noun} name 'twin' is ambiguous \\(2 matches\\)`, ...ids, ...projects]
        await fails(line, 5, new RegExp(all.map((part) => `(?=[\\s\\S]*${part})`).join('')))
      })
})
