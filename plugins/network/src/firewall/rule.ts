import {
  type Api,
  asText,
  type Columns,
  defineResource,
  Flags,
  Formatted,
  fields,
  type JsonObject,
  type Row,
} from '@osc-cli/core'
import {columnsOf} from '#columns-of'
import {FirewallGroup} from '#firewall/group'
import {orNone, valueOrNone} from '#firewall/or-none'
import {sharedOf, shareFlags} from '#share-flags'

// https://docs.openstack.org/api-ref/network/v2/#fwaas-v2-0-current-fwaas-firewall-groups-firewall-policies-firewall-rules
export const FirewallRule = defineResource({
  noun: 'firewall group rule',
  service: 'network',
  path: '/fwaas/firewall_rules',
  member: 'firewall_rule',
  collection: 'firewall_rules',
  updateMethod: 'PUT',
})

export const firewallRuleFields = fields({
  Action: 'action',
  Description: 'description',
  // Neutron takes the groups of a rule, and does not send them.
  'Destination Firewall Group ID': ({destination_firewall_group_id: group}) => group,
  'Destination IP Address': 'destination_ip_address',
  'Destination Port': 'destination_port',
  Enabled: 'enabled',
  'Firewall Policy': 'firewall_policy_id',
  ID: 'id',
  'IP Version': 'ip_version',
  Name: 'name',
  Project: 'project_id',
  Protocol: ({protocol = null}) => new Formatted(protocol, () => asText(protocol) ?? 'any'),
  Shared: 'shared',
  'Source Firewall Group ID': ({source_firewall_group_id: group}) => group,
  'Source IP Address': 'source_ip_address',
  'Source Port': 'source_port',
  // Empty, as in `openstack`; only lists have it.
  Summary: () => undefined,
})

export const firewallRuleColumns: Columns = {
  ...columnsOf(firewallRuleFields, 'ID', 'Name', 'Enabled'),
  Summary: summary,
  ...columnsOf(firewallRuleFields, 'Firewall Policy'),
}

export const longFirewallRuleColumns = columnsOf(
  firewallRuleFields,
  'ID',
  'Name',
  'Enabled',
  'Description',
  'Firewall Policy',
  'IP Version',
  'Action',
  'Protocol',
  'Source IP Address',
  'Source Port',
  'Destination IP Address',
  'Destination Port',
  'Shared',
  'Project',
  'Source Firewall Group ID',
  'Destination Firewall Group ID',
)

/** What a rule matches and does, in four lines. */
function summary(rule: Row): string {
  const text = (key: string) => asText(rule[key])?.toLowerCase() || undefined
  const end = (name: string) =>
    `${text(`${name}_ip_address`) ?? 'none specified'}(${text(`${name}_port`) ?? 'none specified'})`
  return [
    text('protocol')?.toUpperCase() ?? 'ANY',
    `source(port): ${end('source')}`,
    `dest(port): ${end('destination')}`,
    text('action') ?? 'no-action',
  ].join(',\n ')
}

/** The options that `create` and `set` share. Read with `firewallRuleBody`. */
export const firewallRuleFlags = {
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  protocol: Flags.string({
    description: 'IP protocol: a name such as tcp, a number from 0 to 255, or any (default)',
    helpValue: 'PROTOCOL',
  }),
  action: Flags.anyCase({
    description: 'What happens to matching traffic (default: deny)',
    helpValue: 'ACTION',
    options: ['allow', 'deny', 'reject'],
    ignoreCase: true,
  }),
  'ip-version': Flags.string({description: 'IP version (default: 4)', helpValue: 'VERSION', options: ['4', '6']}),
  ...orNone('source-ip-address', 'Source IP address or subnet', 'Match every source address', 'ADDRESS'),
  ...orNone('destination-ip-address', 'Destination IP address or subnet', 'Match every destination address', 'ADDRESS'),
  ...orNone('source-port', 'Source port, or range such as 1024:2048', 'Match every source port', 'PORT'),
  ...orNone('destination-port', 'Destination port, or range such as 80:90', 'Match every destination port', 'PORT'),
  ...shareFlags('firewall rule'),
  ...Flags.choices({'enable-rule': 'Enable the firewall rule (default)', 'disable-rule': 'Disable the firewall rule'}),
  ...orNone('source-firewall-group', 'Firewall group of the source (name or ID)', 'Match every source', 'GROUP'),
  ...orNone(
    'destination-firewall-group',
    'Firewall group of the destination (name or ID)',
    'Match every destination',
    'GROUP',
  ),
}

type RuleFlags = Readonly<Record<string, unknown>> & {
  [N in 'description' | 'protocol' | 'action' | 'ip-version']?: string | undefined
}

/** The attributes that `firewallRuleFlags` name. */
export async function firewallRuleBody(api: Api, flags: RuleFlags): Promise<JsonObject> {
  const value = (name: string) => valueOrNone(flags, name)
  const group = (name: string) => {
    const given = value(name)
    return given ? api(FirewallGroup).id(given) : given
  }
  const [source, destination] = await Promise.all([group('source-firewall-group'), group('destination-firewall-group')])
  const protocol = flags.protocol?.toLowerCase()
  return {
    description: flags.description,
    protocol: protocol === 'any' ? null : protocol,
    action: flags.action,
    ip_version: flags['ip-version'],
    source_ip_address: value('source-ip-address'),
    destination_ip_address: value('destination-ip-address'),
    source_port: value('source-port'),
    destination_port: value('destination-port'),
    shared: sharedOf(flags),
    enabled: Flags.chosen(flags, {'enable-rule': true, 'disable-rule': false}),
    source_firewall_group_id: source,
    destination_firewall_group_id: destination,
  }
}
