import type {Remedy} from '@osc-cli/core'

const bad = (message: string) => ({code: 'Http400', service: 'network', message})
const inUse = (message: string) => ({code: 'Http409', service: 'network', message})

const ADDRESSES: readonly Remedy[] = [
  {
    when: bad('is not a valid external network'),
    cause: 'Floating IPs and gateways of routers belong to external networks only.',
    fix: 'Choose an external network. List them with: {program} network list --external',
    next: ['{program} network list --external'],
  },
  {
    when: bad('a subnetpool must be specified in the absence of a cidr'),
    cause: 'A subnet needs an address range, or a subnet pool that assigns one.',
    fix: 'Add --subnet-range with a range such as 192.168.10.0/24, or --subnet-pool with the name or ID of a pool.',
    next: ['{program} {line} --subnet-range 192.168.10.0/24', '{program} subnet pool list'],
  },
  {
    when: bad('subnet with cidr: (?<range>\\S+) for network: (?<network>\\S+) overlaps'),
    cause: 'The network already has a subnet whose range overlaps with {range}.',
    fix: 'Choose a range that does not overlap with the subnets of the network.',
    next: ['{program} subnet list --network {network}'],
  },
  {
    when: bad('cidr (?<range>\\S+) of subnet (?<new>\\S+) overlaps with cidr \\S+ of subnet (?<other>[\\w-]+)'),
    cause: 'The router already has an interface in a subnet whose range overlaps with {range}.',
    fix: 'Remove the other subnet from the router, or use another router.',
    next: ['{program} subnet show {other}', '{program} subnet show {new}'],
  },
  {
    when: inUse('IP address (?<address>\\S+) already allocated in subnet (?<subnet>\\S+)'),
    cause: 'A port of subnet {subnet} already has the address {address}.',
    fix: 'Choose another address, or omit it to get a free one.',
    next: ['{program} port list --fixed-ip subnet={subnet},ip-address={address}', '{program} subnet show {subnet}'],
  },
  {
    when: bad('IP address (?<address>\\S+) is not a valid IP for the specified subnet'),
    cause: 'The address {address} is outside of the range of the subnet.',
    fix: 'Choose an address in the range of the subnet.',
    next: ['{program} subnet list --long'],
  },
  {
    when: inUse('No more IP addresses available on network (?<network>[\\w-]+)'),
    cause: 'All addresses in the allocation pools of the network are in use.',
    fix: 'Delete ports that nothing uses, or add a subnet to the network.',
    next: [
      '{program} ip availability show {network}',
      '{program} port list --network {network}',
      '{program} subnet list --network {network}',
    ],
  },
]

const IN_USE: readonly Remedy[] = [
  {
    when: inUse('Router (?<router>\\S+) (?:has|still has) ports'),
    cause: 'The router has interfaces in subnets.',
    fix: 'Remove its subnets first: {program} router remove subnet {router} SUBNET',
    next: ['{program} port list --router {router}', '{program} router show {router}'],
  },
  {
    when: inUse('router (?<router>\\S+), since a gateway to external network (?<network>\\S+) is required by'),
    cause: 'Floating IPs of network {network} map to ports behind the router.',
    fix: 'Disconnect the floating IPs first: {program} floating ip unset --port FLOATING_IP',
    next: ['{program} floating ip list --router {router}', '{program} floating ip list --network {network}'],
  },
  {
    when: inUse('subnet (?<subnet>[\\w-]+)\\W.*One or more ports have an IP allocation'),
    cause: 'Ports have addresses in the subnet.',
    fix: 'Delete its ports first, and remove the subnet from its router.',
    next: ['{program} port list --fixed-ip subnet={subnet}', '{program} subnet show {subnet}'],
  },
  {
    when: inUse('Subnet (?<subnet>[\\w-]+) is used by endpoint group (?<group>[\\w-]+)'),
    cause: 'A VPN endpoint group uses the subnet.',
    fix: 'Delete the endpoint group first.',
    next: ['{program} vpn endpoint group show {group}', '{program} vpn ipsec site connection list'],
  },
  {
    when: inUse('network (?<network>[\\w-]+)\\. There are one or more ports still in use'),
    cause: 'The network still has ports.',
    fix: 'Delete its ports first, and remove its subnets from their routers.',
    next: ['{program} port list --network {network}', '{program} network topology'],
  },
  {
    when: inUse('Security Group (?<group>\\S+) in use'),
    cause: 'Ports use the security group, or rules of other security groups refer to it.',
    fix: 'Remove it from its ports first: {program} port unset --security-group {group} PORT',
    next: ['{program} port list --security-group {group}', '{program} security group rule list --long'],
  },
  {
    when: inUse('Port (?<port>\\S+) cannot be deleted directly.*router_interface'),
    cause: 'The port is the interface of a router.',
    fix: 'Remove it from its router: {program} router remove port ROUTER {port}',
    next: ['{program} port show {port}', '{program} router list'],
  },
]

const RULES: readonly Remedy[] = [
  {
    when: inUse('Security group rule already exists. Rule id is (?<rule>[\\w-]+)'),
    cause: 'The security group already has this rule.',
    next: ['{program} security group rule show {rule}'],
  },
  {
    when: bad('Must also specify protocol if port range is given'),
    cause: 'Only tcp, udp, sctp, dccp and udplite have ports. A rule without a protocol applies to all traffic.',
    fix: 'Add the protocol whose ports the rule is for.',
    next: ['{program} {line} --protocol tcp', '{program} {line} --protocol udp'],
  },
  {
    when: bad('Ports cannot be specified for protocol (?<protocol>[^.\\s]+)'),
    cause: 'The protocol {protocol} does not have ports. Only tcp, udp, sctp, dccp and udplite do.',
    fix: 'Omit --dst-port, or use a protocol that has ports.',
    next: ['{program} security group rule list {name}'],
  },
  {
    when: bad('port_range_min must be'),
    cause: 'The first port of the range is higher than the last one.',
    fix: 'Write the range as FROM:TO, such as --dst-port 8000:8080.',
    next: ['{program} security group rule list {name}'],
  },
  {
    when: bad('Security group rule protocol (?<protocol>\\S+) not supported'),
    cause: 'Neutron does not support protocol {protocol}.',
    fix: 'Use a name such as tcp, udp, icmp or ipv6-icmp, or the number of an IP protocol from 0 to 255.',
    next: ['{program} security group rule list {name}'],
  },
  {
    when: bad('Invalid value for ICMP (?:type|code)|ICMP type .*is missing'),
    cause: 'An ICMP type or code is a number from 0 to 255. A code needs a type.',
    fix: 'Use a number from 0 to 255, such as --icmp-type 8 for echo requests.',
    next: ['{program} security group rule list {name}'],
  },
  {
    when: bad('Conflicting value ethertype (?<family>\\S+) for CIDR (?<range>[\\w.:/]+)'),
    cause: '{range} is not a range of {family} addresses.',
    fix: 'Use an address range and an --ethertype of the same IP version, or omit --ethertype.',
    next: ['{program} security group rule list {name}'],
  },
]

const AGENTS: readonly Remedy[] = [
  {
    when: {code: 'Http404', service: 'network', command: 'bgp dragent', message: 'Agent (?<agent>\\S+) could not be'},
    cause: 'No running agent has the ID {agent}. A speaker needs a running BGP dynamic routing agent.',
    next: ['{program} bgp dragent list', '{program} network agent list'],
  },
  {
    when: {code: 'Http404', service: 'network', message: 'Agent (?<agent>\\S+) could not be'},
    cause: 'No running agent has the ID {agent}.',
    fix: 'Start the agent on its host, or choose another one.',
    next: ['{program} network agent list'],
  },
  {
    when: {
      code: ['Http400', 'Http404', 'Http409'],
      service: 'network',
      message: 'Agent (?<agent>\\S+) is not a (?:valid )?(?<kind>\\S+) Agent or has been disabled',
    },
    cause: 'Agent {agent} is not an enabled {kind} agent.',
    fix: 'Choose another agent, or enable this one: {program} network agent set --enable {agent}',
    next: ['{program} network agent show {agent}', '{program} network agent list'],
  },
  {
    when: {code: 'Http404', service: 'network', message: 'AvailabilityZone (?<zone>\\S+) could not be found'},
    cause: 'No running agent of this kind is in availability zone {zone}.',
    next: ['{program} availability zone list --network', '{program} network agent list --long'],
  },
]

/** What to do about what Neutron refuses. Named groups of a message are placeholders. */
export const remedies: readonly Remedy[] = [...ADDRESSES, ...IN_USE, ...RULES, ...AGENTS]
