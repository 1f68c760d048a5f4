import assert from 'node:assert/strict'
import {join} from 'node:path'
import {examples} from '@osc-cli/core/test/integration/support/examples'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, beforeEach, describe, it} from 'mocha'

/** What creates and connects everything that the other examples show, change and delete, in order. Most are examples. */
const SCRIPT = `
network create private
network set --tag test private
subnet create --network private --subnet-range 10.0.0.0/24 private-subnet
subnet create --network private --subnet-range 10.0.1.0/24 --gateway none --no-dhcp isolated
network create --external --provider-network-type flat --provider-physical-network public public
subnet create --network public --subnet-range 203.0.113.0/24 public-subnet
security group create --description "Web servers" web
security group set --tag test web
security group rule create --protocol tcp --dst-port 22 default
security group rule create --protocol tcp --dst-port 443 web
port create --network private --fixed-ip subnet=private-subnet,ip-address=10.0.0.9 db
port set --security-group web --tag blue db
port create --network private web
port create --network private uplink
port create --network private blue
port create --network private probe
router create --external-gateway public edge
router add gateway edge public
router add subnet edge private-subnet
router add route --route destination=10.9.0.0/16,gateway=10.0.0.9 edge
address group create --address 10.0.0.9 --address 10.1.0.0/16 office
address group set --address 10.2.0.0/16 office
address scope create --ip-version 4 inside
subnet pool create --pool-prefix 10.8.0.0/16 --default-prefix-length 24 office
bgp peer create --peer-ip 192.0.2.1 --remote-as 64513 upstream
bgp speaker create --local-as 64512 border
bgp speaker add network border public
bgp speaker add peer border upstream
bgp dragent add speaker $(osc network agent list --agent-type bgp -f value -c ID | tail -1) border
bgpvpn create --name branch --route-target 64512:1
bgpvpn set --import-target 64512:2 branch
bgpvpn network association create branch private
bgpvpn router association create branch edge
bgpvpn port association create branch web
firewall group rule create --protocol tcp --destination-port 443 --action allow https
firewall group rule create --protocol tcp --destination-port 22 --action allow ssh
firewall group policy create --firewall-rule https --firewall-rule ssh ingress
firewall group policy remove rule ingress https
firewall group policy add rule --insert-before ssh ingress https
firewall group create --ingress-firewall-policy ingress --port uplink web
floating ip create public
floating ip create --floating-ip-address 203.0.113.9 public
floating ip port forwarding create --internal-ip-address 10.0.0.9 --port db --internal-protocol-port 22 --external-protocol-port 2222 --protocol tcp 203.0.113.9
local ip create --name cache --network private
local ip association create cache db
network agent add network --dhcp $(osc network agent list --agent-type dhcp -f value -c ID | tail -1) private
network agent add router --l3 $(osc network agent list --agent-type l3 -f value -c ID | tail -1) edge
network auto allocated topology create
network flavor create --service-type L3_ROUTER_NAT fast
network flavor profile create --metainfo "{\\"speed\\": 10}"
network flavor add profile fast $(osc network flavor profile list -f value -c ID | tail -1)
network l3 conntrack helper create --helper tftp --protocol udp --port 69 edge
network meter create --share traffic
network meter rule create --remote-ip-prefix 10.0.0.0/8 traffic
network qos policy create slow
network qos rule create --type bandwidth-limit --max-kbps 1000 --egress slow
network rbac create --type network --action access_as_shared --target-project demo private
network segment create --network private --network-type vlan --physical-network public --segment 42 rack1
network segment range create --network-type vlan --physical-network public --minimum 100 --maximum 199 rack1
network trunk create --parent-port uplink --subport port=blue,segmentation-type=vlan,segmentation-id=42 trunk
network trunk subport remove trunk blue
network trunk subport add --segmentation-type vlan --segmentation-id 42 trunk blue
router ndp proxy create --name web --port db edge
default security group rule create --protocol tcp --dst-port 22 --for-custom-sg
security group default statefulness create --stateless --project demo
tap service create --name analyzer --port probe
tap flow create --name web --port web --tap-service analyzer --direction BOTH
tap mirror create --name web --port web --directions IN=101 --remote-ip 192.0.2.9 --mirror-type gre
vpn service create --router edge site
vpn endpoint group create --type subnet --value private-subnet local
vpn endpoint group create --type cidr --value 10.2.0.0/24 remote
vpn ike policy create --ike-version v2 --auth-algorithm sha256 --pfs group14 strong
vpn ipsec policy create --encryption-algorithm aes-256 --pfs group14 strong
vpn ipsec site connection create --vpnservice site --ikepolicy strong --ipsecpolicy strong --peer-address 203.0.113.9 --peer-id 203.0.113.9 --local-endpoint-group local --peer-endpoint-group remote --psk "$PSK" berlin
flavor create small
image create cirros
server create --flavor small --image cirros --network private web
`
const LINES = SCRIPT.trim().split('\n')

describe('the examples of networks run in the sandbox', function () {
  this.timeout(120_000)
  const commands = examples('@osc-cli/plugin-network').map(({command}) => command.replace(/^osc /, ''))
  let cloud: TestCloud
  const empty = () => join(cloud.work, 'empty')
  const complete = () => join(cloud.work, 'complete')
  before(async () => {
    cloud = await startTestCloud()
    cloud.sandbox.save(empty())
  })
  after(() => cloud?.close())

  const ok = async (words: readonly string[]): Promise<string> => {
    // Administrators have the default groups of all projects.
    const user = words.some((word, at) => word === 'default' && /^(?:show|list|22)$/.test(words[at - 1] ?? ''))
    const {status, stdout, stderr} = await cloud.run(words, {cloud: user ? 'sandbox-demo' : 'sandbox'})
    assert.equal(status, 0, `${words.join(' ')}: ${stderr}`)
    return stdout
  }

  /** The words of a line of shell, as far as examples use the shell: quotes, a variable, and the last ID of a list. */
  async function wordsOf(line: string): Promise<string[]> {
    const [command = ''] = line.split(/ \| (?!tail)/)
    const inner = /\$\(osc ([^|)]+?)(?: \| tail -1)?\)/.exec(command)
    const id = inner?.[1] && (await ok(inner[1].split(' '))).trim().split('\n').at(-1)
    const filled = command.replace(inner?.[0] ?? '', id ?? '').replace('$PSK', 'a-key')
    return Array.from(filled.matchAll(/"((?:\\.|[^"\\])*)"|(\S+)/g), ([, quoted, plain]) =>
      quoted === undefined ? (plain ?? '') : quoted.replaceAll('\\"', '"'),
    )
  }
  const run = async (line: string) => ok(await wordsOf(line))

  describe('those that create or connect something, one after another', () => {
    for (const line of LINES) it(line, () => run(line))
  })

  const ROUTER_AND_PORT = [
    'network create private',
    'subnet create --network private --subnet-range 10.0.0.0/24 private-subnet',
    'port create --network private db',
    'router create edge',
  ]

  /** What is in use there is changed and deleted in an empty cloud that has only this. */
  const ALONE: Readonly<Record<string, readonly string[]>> = {
    'network delete private': ['network create private'],
    'port delete db': ['network create private', 'port create --network private db'],
    'router add port edge db': ROUTER_AND_PORT,
    'router remove port edge db': [...ROUTER_AND_PORT, 'router add port edge db'],
    'security group delete web': ['security group create web'],
    'router delete edge': ['router create edge'],
    'subnet delete private-subnet': [
      'network create private',
      'subnet create --network private --subnet-range 10.0.0.0/24 private-subnet',
    ],
    'firewall group policy delete ingress': ['firewall group policy create ingress'],
    'firewall group rule delete https': ['firewall group rule create --action allow https'],
    'vpn endpoint group delete local': ['vpn endpoint group create --type cidr --value 10.2.0.0/24 local'],
    'vpn ike policy delete strong': ['vpn ike policy create strong'],
    'vpn ipsec policy delete strong': ['vpn ipsec policy create strong'],
    'vpn service delete site': ['router create edge', 'vpn service create --router edge site'],
  }

  describe('the others, each in the cloud that those leave', () => {
    before(() => cloud.sandbox.save(complete()))
    beforeEach(() => cloud.sandbox.restore(complete()))
    const others = commands.filter((command) => !LINES.includes(command) && !(command in ALONE))
    for (const line of others) it(line, () => run(line))
  })

  describe('those that need other resources than the script has, in a cloud that has only this', () => {
    beforeEach(() => cloud.sandbox.restore(empty()))
    for (const [line, before] of Object.entries(ALONE))
      it(line, async () => {
        for (const each of [...before, line]) await run(each)
      })
  })
})
