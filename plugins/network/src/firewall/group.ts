import {type Api, Cells, type Columns, defineResource, Flags, fields, type JsonObject} from '@osc-cli/core'
import {columnsOf} from '#columns-of'
import {orNone, valueOrNone} from '#firewall/or-none'
import {FirewallPolicy} from '#firewall/policy'
import {sharedOf, shareFlags} from '#share-flags'

// https://docs.openstack.org/api-ref/network/v2/#fwaas-v2-0-current-fwaas-firewall-groups-firewall-policies-firewall-rules
export const FirewallGroup = defineResource({
  noun: 'firewall group',
  service: 'network',
  path: '/fwaas/firewall_groups',
  member: 'firewall_group',
  collection: 'firewall_groups',
  updateMethod: 'PUT',
})

export const firewallGroupFields = fields({
  Description: 'description',
  'Egress Policy ID': 'egress_firewall_policy_id',
  ID: 'id',
  'Ingress Policy ID': 'ingress_firewall_policy_id',
  Name: 'name',
  Ports: 'ports',
  Project: 'project_id',
  Shared: 'shared',
  State: ({admin_state_up: up}) => Cells.upDown(up),
  Status: 'status',
})

export const firewallGroupColumns = columnsOf(
  firewallGroupFields,
  'ID',
  'Name',
  'Ingress Policy ID',
  'Egress Policy ID',
)

export const longFirewallGroupColumns: Columns = {
  ...firewallGroupColumns,
  ...columnsOf(firewallGroupFields, 'Description', 'Status', 'Ports', 'State', 'Shared', 'Project'),
}

/** The options that `create` and `set` share. Read with `firewallGroupBody`. */
export const firewallGroupFlags = {
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  ...orNone('ingress-firewall-policy', 'Policy for incoming traffic (name or ID)', 'Use no ingress policy', 'POLICY'),
  ...orNone('egress-firewall-policy', 'Policy for outgoing traffic (name or ID)', 'Use no egress policy', 'POLICY'),
  ...shareFlags('firewall group'),
  ...Flags.choices({enable: 'Enable the firewall group', disable: 'Disable the firewall group'}),
}

/** The attributes that `firewallGroupFlags` name. */
export async function firewallGroupBody(
  api: Api,
  flags: {description?: string | undefined} & Readonly<Record<string, unknown>>,
): Promise<JsonObject> {
  const policy = (direction: string) => {
    const given = valueOrNone(flags, `${direction}-firewall-policy`)
    return given ? api(FirewallPolicy).id(given) : given
  }
  const [ingress, egress] = await Promise.all([policy('ingress'), policy('egress')])
  return {
    description: flags.description,
    ingress_firewall_policy_id: ingress,
    egress_firewall_policy_id: egress,
    shared: sharedOf(flags),
    admin_state_up: Flags.chosen(flags, {enable: true, disable: false}),
  }
}
