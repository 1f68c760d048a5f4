import {type Columns, defineResource, Flags, fields, type JsonObject} from '@osc-cli/core'
import {columnsOf} from '#columns-of'
import {sharedOf, shareFlags} from '#share-flags'

// https://docs.openstack.org/api-ref/network/v2/#fwaas-v2-0-current-fwaas-firewall-groups-firewall-policies-firewall-rules
export const FirewallPolicy = defineResource({
  noun: 'firewall group policy',
  service: 'network',
  path: '/fwaas/firewall_policies',
  member: 'firewall_policy',
  collection: 'firewall_policies',
  updateMethod: 'PUT',
})

export const firewallPolicyFields = fields({
  Audited: 'audited',
  Description: 'description',
  'Firewall Rules': 'firewall_rules',
  ID: 'id',
  Name: 'name',
  Project: 'project_id',
  Shared: 'shared',
})

export const firewallPolicyColumns = columnsOf(firewallPolicyFields, 'ID', 'Name', 'Firewall Rules')

export const longFirewallPolicyColumns: Columns = {
  ...firewallPolicyColumns,
  ...columnsOf(firewallPolicyFields, 'Description', 'Audited', 'Shared', 'Project'),
}

/** The options that `create` and `set` share. Read with `firewallPolicyBody`. */
export const firewallPolicyFlags = {
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  ...Flags.choices({
    audited: 'Mark the firewall policy as audited',
    'no-audited': 'Mark the firewall policy as not audited (default)',
  }),
  ...shareFlags('firewall policy'),
}

/** The attributes that `firewallPolicyFlags` name. */
export const firewallPolicyBody = (
  flags: {description?: string | undefined} & Readonly<Record<string, unknown>>,
): JsonObject => ({
  description: flags.description,
  audited: Flags.chosen(flags, {audited: true, 'no-audited': false}),
  shared: sharedOf(flags),
})
