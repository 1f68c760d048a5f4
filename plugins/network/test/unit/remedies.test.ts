import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import help from '#help'

const ID = '5b27ec4e-7d4b-4b2b-8b70-0d2c5a2cf2a1'
const OTHER = '0d2c5a2c-7d4b-4b2b-8b70-5b27ec4ef2a1'

const OF_GROUP = 'security group rule list {name}'

/** What Neutron 21 says, why, and the first line that helps. */
const MESSAGES: readonly (readonly [code: string, message: string, cause: RegExp, next: string])[] = [
  [
    'Http400',
    'Bad subnets request: a subnetpool must be specified in the absence of a cidr.',
    /address range, or a subnet pool/,
    '{line} --subnet-range 192.168.10.0/24',
  ],
  [
    'Http400',
    `Invalid input for operation: Requested subnet with cidr: 10.0.0.0/25 for network: ${ID} overlaps with another subnet.`,
    /overlaps with 10\.0\.0\.0\/25/,
    `subnet list --network ${ID}`,
  ],
  [
    'Http400',
    `Bad router request: Cidr 10.0.0.0/24 of subnet ${OTHER} overlaps with cidr 10.0.0.0/24 of subnet ${ID}.`,
    /router already has an interface/,
    `subnet show ${ID}`,
  ],
  [
    'Http409',
    `IP address 10.0.0.9 already allocated in subnet ${ID} (HTTP 409)`,
    /already has the address 10\.0\.0\.9\./,
    `port list --fixed-ip subnet=${ID},ip-address=10.0.0.9`,
  ],
  ['Http400', 'IP address 10.9.0.1 is not a valid IP for the specified subnet.', /10\.9\.0\.1/, 'subnet list --long'],
  ['Http409', `No more IP addresses available on network ${ID}.`, /allocation pools/, `ip availability show ${ID}`],
  ['Http409', `Router ${ID} has ports still attached: ${OTHER}`, /interfaces/, `port list --router ${ID}`],
  [
    'Http409',
    `Gateway cannot be updated for router ${ID}, since a gateway to external network ${OTHER} is required by one or more floating IPs.`,
    /Floating IPs/,
    `floating ip list --router ${ID}`,
  ],
  [
    'Http409',
    `Unable to complete operation on subnet ${ID}: One or more ports have an IP allocation from this subnet.`,
    /addresses in the subnet/,
    `port list --fixed-ip subnet=${ID}`,
  ],
  [
    'Http409',
    `Unable to complete operation on subnet ${ID}: Callback x failed with "Subnet ${ID} is used by endpoint group ${OTHER}".`,
    /endpoint group/,
    `vpn endpoint group show ${OTHER}`,
  ],
  [
    'Http409',
    `Unable to complete operation on network ${ID}. There are one or more ports still in use on the network, id for these ports is: ${OTHER}.`,
    /still has ports/,
    `port list --network ${ID}`,
  ],
  ['Http409', `Security Group ${ID} in use.`, /use the security group/, `port list --security-group ${ID}`],
  [
    'Http409',
    `Port ${ID} cannot be deleted directly via the port API: has device owner network:router_interface.`,
    /interface of a router/,
    `port show ${ID}`,
  ],
  [
    'Http409',
    `Security group rule already exists. Rule id is ${ID}.`,
    /already has this rule/,
    `security group rule show ${ID}`,
  ],
  ['Http400', 'Must also specify protocol if port range is given.', /Only tcp, udp/, '{line} --protocol tcp'],
  [
    'Http400',
    'Ports cannot be specified for protocol gre. Ports are only supported for tcp.',
    /gre does not/,
    OF_GROUP,
  ],
  ['Http400', 'For TCP/UDP protocols, port_range_min must be <= port_range_max', /higher than the last/, OF_GROUP],
  ['Http400', "Security group rule protocol foo not supported. Only protocol values ['ah']", /protocol foo/, OF_GROUP],
  ['Http400', 'Invalid value for ICMP type (port_range_min) 300. It must be 0 to 255.', /0 to 255/, OF_GROUP],
  ['Http400', 'Conflicting value ethertype IPv6 for CIDR 10.0.0.0/8 (HTTP 400)', /10\.0\.0\.0\/8 is not/, OF_GROUP],
  ['Http404', `Agent ${ID} could not be found.`, /No running agent has the ID/, 'network agent list'],
  ['Http409', `Agent ${ID} is not a L3 Agent or has been disabled`, /enabled L3 agent/, `network agent show ${ID}`],
  ['Http404', 'AvailabilityZone west could not be found.', /zone west/, 'availability zone list --network'],
]

const filled = (text: string, values: Readonly<Record<string, string>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

describe('remedies of networks', () => {
  for (const [code, message, cause, next] of MESSAGES)
    it(`explain: ${message}`, () => {
      const found = help.remedies?.flatMap((remedy) => {
        const {code: codes, message: pattern = '', command} = remedy.when
        const match = [codes].flat().includes(code) && !command ? new RegExp(pattern, 'i').exec(message) : null
        return match ? [{remedy, values: {...match.groups}}] : []
      })[0]
      assert.match(filled(found?.remedy.cause ?? '', found?.values), cause)
      assert.equal(filled(found?.remedy.next[0] ?? '', found?.values).replace('{program} ', ''), next)
    })

  it('are silent about other failures', () => {
    const other = 'Quota exceeded for resources: [network].'
    assert.equal(
      help.remedies?.some(({when}) => new RegExp(when.message ?? '', 'i').test(other)),
      false,
    )
  })
})
