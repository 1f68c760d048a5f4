import {type Columns, defineResource, Flags, fields, type JsonObject} from '@osc-cli/core'
import {columnsOf} from '#columns-of'
import {type PolicyFlags, policyBody, policyFlags} from '#vpn/policy'

// https://docs.openstack.org/api-ref/network/v2/#vpnaas-2-0-vpn-vpnservices-ikepolicies-ipsecpolicies-endpoint-groups-ipsec-site-connections
export const IkePolicy = defineResource({
  noun: 'vpn ike policy',
  service: 'network',
  path: '/vpn/ikepolicies',
  member: 'ikepolicy',
  collection: 'ikepolicies',
  updateMethod: 'PUT',
})

export const ikePolicyFields = fields({
  'Authentication Algorithm': 'auth_algorithm',
  Description: 'description',
  'Encryption Algorithm': 'encryption_algorithm',
  ID: 'id',
  'IKE Version': 'ike_version',
  Lifetime: 'lifetime',
  Name: 'name',
  'Perfect Forward Secrecy (PFS)': 'pfs',
  'Phase1 Negotiation Mode': 'phase1_negotiation_mode',
  Project: 'project_id',
})

export const ikePolicyColumns = columnsOf(
  ikePolicyFields,
  'ID',
  'Name',
  'Authentication Algorithm',
  'Encryption Algorithm',
  'IKE Version',
  'Perfect Forward Secrecy (PFS)',
)

export const longIkePolicyColumns: Columns = {
  ...ikePolicyColumns,
  ...columnsOf(ikePolicyFields, 'Description', 'Phase1 Negotiation Mode', 'Project', 'Lifetime'),
}

/** The options that `create` and `set` share. Read with `ikePolicyBody`. */
export const ikePolicyFlags = {
  ...policyFlags,
  'phase1-negotiation-mode': Flags.anyCase({
    description: 'Negotiation mode of IKE phase 1 (default: main)',
    helpValue: 'MODE',
    options: ['main', 'aggressive'],
    ignoreCase: true,
  }),
  'ike-version': Flags.anyCase({
    description: 'IKE version (default: v1)',
    helpValue: 'VERSION',
    options: ['v1', 'v2'],
    ignoreCase: true,
  }),
}

interface IkePolicyFlags extends PolicyFlags {
  'phase1-negotiation-mode'?: string | undefined
  'ike-version'?: string | undefined
}

/** The attributes that `ikePolicyFlags` name. */
export const ikePolicyBody = (flags: IkePolicyFlags): JsonObject => ({
  ...policyBody(flags),
  phase1_negotiation_mode: flags['phase1-negotiation-mode'],
  ike_version: flags['ike-version'],
})
