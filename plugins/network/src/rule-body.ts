import {Flags, type JsonObject, UsageError} from '@osc-cli/core'

const ICMP: readonly unknown[] = ['icmp', 'icmpv6', 'ipv6-icmp', '1', '58']
const IPV6 = ['icmpv6', '41', '43', '44', '58', '59', '60']

/** Whether a protocol is ICMP, whose rules have a type and a code and no ports. */
export const isIcmp = (protocol: unknown): boolean => ICMP.includes(protocol)

/** The options of a new rule, without its project. */
export const ruleFlags = {
  'remote-ip': Flags.string({
    description: 'Remote addresses (CIDR; default: all addresses of the IP version)',
    helpValue: 'IP-ADDRESS',
    exclusive: ['remote-group', 'remote-address-group'],
  }),
  'remote-group': Flags.string({
    description: 'Remote security group (name or ID)',
    helpValue: 'GROUP',
    exclusive: ['remote-ip', 'remote-address-group'],
  }),
  'remote-address-group': Flags.string({
    description: 'Remote address group (name or ID)',
    helpValue: 'GROUP',
    exclusive: ['remote-ip', 'remote-group'],
  }),
  'dst-port': Flags.range({description: 'Destination port or range of ports: 22 or 137:139', helpValue: 'PORT-RANGE'}),
  protocol: Flags.string({
    description: 'IP protocol: a name such as tcp, udp or icmp, a number, or any (default)',
    helpValue: 'PROTOCOL',
    parse: async (text) => text.toLowerCase(),
  }),
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  'icmp-type': Flags.integer({description: 'ICMP type', helpValue: 'ICMP-TYPE'}),
  'icmp-code': Flags.integer({description: 'ICMP code', helpValue: 'ICMP-CODE'}),
  ...Flags.choices({
    ingress: 'Apply the rule to incoming traffic (default)',
    egress: 'Apply the rule to outgoing traffic',
  }),
  ethertype: Flags.anyCase({
    description: 'IP version (default: as the protocol requires, else IPv4)',
    options: ['IPv4', 'IPv6'],
    ignoreCase: true,
  }),
}

interface RuleFlags {
  'remote-ip'?: string | undefined
  'remote-group'?: string | undefined
  'remote-address-group'?: string | undefined
  'dst-port'?: readonly [number, number] | undefined
  protocol?: string | undefined
  description?: string | undefined
  'icmp-type'?: number | undefined
  'icmp-code'?: number | undefined
  egress?: boolean | undefined
  ethertype?: string | undefined
}

/** The body of a new rule, without its remote group. UsageError for options that contradict each other. */
export function ruleBody(flags: RuleFlags): JsonObject {
  const protocol = flags.protocol === 'any' ? undefined : flags.protocol
  checkIcmp(flags, protocol)
  const {'icmp-type': type = -1, 'icmp-code': code = -1, 'dst-port': range} = flags
  const [lowest, highest] = isIcmp(protocol) || !range ? [] : range
  const isIpv6 = protocol?.startsWith('ipv6-') || IPV6.includes(protocol ?? '')
  const ethertype = flags.ethertype ?? (isIpv6 ? 'IPv6' : 'IPv4')
  const hasGroup = flags['remote-group'] !== undefined || flags['remote-address-group'] !== undefined
  const anywhere = ethertype === 'IPv4' ? '0.0.0.0/0' : '::/0'
  return {
    protocol: protocol ?? null,
    description: flags.description,
    direction: flags.egress ? 'egress' : 'ingress',
    ethertype,
    port_range_min: type >= 0 ? type : lowest,
    port_range_max: code >= 0 ? code : highest,
    remote_ip_prefix: flags['remote-ip'] ?? (hasGroup ? undefined : anywhere),
  }
}

function checkIcmp({'icmp-type': type, 'icmp-code': code, 'dst-port': range}: RuleFlags, protocol?: string): void {
  if (range && (type || code))
    throw new UsageError('Option --dst-port cannot be used with --icmp-type and --icmp-code.')
  if (type === undefined && code !== undefined)
    throw new UsageError('Option --icmp-code requires --icmp-type.', {hint: 'Add --icmp-type.'})
  if (!isIcmp(protocol) && (type || code))
    throw new UsageError(`Options --icmp-type and --icmp-code require an ICMP protocol, not ${protocol ?? 'any'}.`, {
      hint: 'Add --protocol icmp or --protocol ipv6-icmp.',
    })
}
