import {type Columns, defineResource, Flags, fields, type JsonObject} from '@osc-cli/core'
import {columnsOf} from '#columns-of'
import {type PolicyFlags, policyBody, policyFlags} from '#vpn/policy'

// https://docs.openstack.org/api-ref/network/v2/#vpnaas-2-0-vpn-vpnservices-ikepolicies-ipsecpolicies-endpoint-groups-ipsec-site-connections
export const IpsecPolicy = defineResource({
  noun: 'vpn ipsec policy',
  service: 'network',
  path: '/vpn/ipsecpolicies',
  member: 'ipsecpolicy',
  collection: 'ipsecpolicies',
  updateMethod: 'PUT',
})

export const ipsecPolicyFields = fields({
  'Authentication Algorithm': 'auth_algorithm',
  Description: 'description',
  'Encapsulation Mode': 'encapsulation_mode',
  'Encryption Algorithm': 'encryption_algorithm',
  ID: 'id',
  Lifetime: 'lifetime',
  Name: 'name',
  'Perfect Forward Secrecy (PFS)': 'pfs',
  Project: 'project_id',
  'Transform Protocol': 'transform_protocol',
})

export const ipsecPolicyColumns = columnsOf(
  ipsecPolicyFields,
  'ID',
  'Name',
  'Authentication Algorithm',
  'Encapsulation Mode',
  'Transform Protocol',
  'Encryption Algorithm',
)

export const longIpsecPolicyColumns: Columns = {
  ...ipsecPolicyColumns,
  ...columnsOf(ipsecPolicyFields, 'Perfect Forward Secrecy (PFS)', 'Description', 'Project', 'Lifetime'),
}

/** The options that `create` and `set` share. Read with `ipsecPolicyBody`. */
export const ipsecPolicyFlags = {
  ...policyFlags,
  'encapsulation-mode': Flags.anyCase({
    description: 'Encapsulation mode (default: tunnel)',
    helpValue: 'MODE',
    options: ['tunnel', 'transport'],
    ignoreCase: true,
  }),
  'transform-protocol': Flags.anyCase({
    description: 'Transform protocol (default: esp)',
    helpValue: 'PROTOCOL',
    options: ['esp', 'ah', 'ah-esp'],
    ignoreCase: true,
  }),
}

interface IpsecPolicyFlags extends PolicyFlags {
  'encapsulation-mode'?: string | undefined
  'transform-protocol'?: string | undefined
}

/** The attributes that `ipsecPolicyFlags` name. */
export const ipsecPolicyBody = (flags: IpsecPolicyFlags): JsonObject => ({
  ...policyBody(flags),
  encapsulation_mode: flags['encapsulation-mode'],
  transform_protocol: flags['transform-protocol'],
})
