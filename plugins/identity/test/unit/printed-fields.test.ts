import assert from 'node:assert/strict'
import {type Columns, humanValue, type JsonObject, machineValue} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {accessRuleFields, applicationCredentialColumns, newApplicationCredentialColumns} from '#application-credential'
import {credentialFields} from '#credential'
import {domainFields} from '#domain'
import {endpointFields} from '#endpoint'
import {protocolFields} from '#federation-protocol'
import {groupFields} from '#group'
import {identityProviderFields} from '#identity-provider'
import {limitFields, registeredLimitFields} from '#limit'
import {mappingFields} from '#mapping'
import {policyFields} from '#policy'
import {regionFields} from '#region'
import {roleFields} from '#role'
import {longServiceColumns, serviceFields} from '#service'
import {serviceProviderColumns, serviceProviderFields} from '#service-provider'
import {trustFields} from '#trust'
import {longUserColumns, userFields} from '#user'

const values = (columns: Columns, record: JsonObject, as: typeof machineValue) =>
  Object.entries(columns).map(([name, source]) => [
    name,
    as(typeof source === 'function' ? source(record) : record[source]),
  ])

// Printed by python-openstackclient 10.2.1 for records that have the ID only.
const headers: [string, Columns, string][] = [
  ['access rule', accessRuleFields, 'ID Method Path Service'],
  [
    'application credential',
    newApplicationCredentialColumns,
    'ID Name Description Project_ID Roles Unrestricted Access_Rules Expires_At Secret',
  ],
  ['credential', credentialFields, 'blob id project_id type user_id'],
  ['domain', domainFields, 'id name enabled description options'],
  ['endpoint', endpointFields, 'enabled id interface region region_id service_id url service_name service_type'],
  ['group', groupFields, 'description domain_id id name'],
  ['identity provider', identityProviderFields, 'authorization_ttl description domain_id enabled id remote_ids'],
  ['limit', limitFields, 'description id project_id region_id resource_limit resource_name service_id'],
  ['mapping', mappingFields, 'id rules schema_version'],
  ['policy', policyFields, 'id rules type'],
  ['region', regionFields, 'region description parent_region'],
  ['registered limit', registeredLimitFields, 'default_limit description id region_id resource_name service_id'],
  ['role', roleFields, 'id name domain_id description'],
  ['service', serviceFields, 'id name type enabled description'],
  ['service --long', longServiceColumns, 'ID Name Type Description Enabled'],
  ['service provider', serviceProviderFields, 'id enabled description auth_url sp_url relay_state_prefix'],
  [
    'service provider list',
    serviceProviderColumns,
    'ID Enabled Description Auth_URL Service_Provider_URL Relay_State_Prefix',
  ],
  [
    'trust',
    trustFields,
    'expires_at id is_impersonation project_id redelegated_trust_id redelegation_count remaining_uses roles trustee_user_id trustor_user_id',
  ],
  ['user', userFields, 'default_project_id domain_id email enabled id name description password_expires_at options'],
  ['user --long', longUserColumns, 'ID Name Project Domain Description Email Enabled'],
]

describe('fields in the order of openstacksdk', () => {
  for (const [noun, columns, names] of headers)
    it(`${noun}: None where the record lacks the key`, () => {
      const printed = values(columns, {id: 'x'}, machineValue)
      assert.equal(printed.map(([name]) => String(name).replaceAll(' ', '_')).join(' '), names)
      const isId = (name: unknown) => ['id', 'ID', ...(noun === 'region' ? ['region'] : [])].includes(String(name))
      for (const [name, value] of printed) assert.equal(value, isId(name) ? 'x' : null, String(name))
    })

  const formatted: [string, Columns, JsonObject, string, string, unknown][] = [
    [
      'roles of an application credential',
      applicationCredentialColumns,
      {
        roles: [
          {name: 'reader', id: 'r'},
          {name: 'admin', id: 'a'},
        ],
      },
      'Roles',
      'admin, reader',
      [
        {name: 'reader', id: 'r'},
        {name: 'admin', id: 'a'},
      ],
    ],
    ['remote IDs', identityProviderFields, {remote_ids: ['r2', 'r1']}, 'remote_ids', 'r1, r2', ['r2', 'r1']],
    [
      'the identity provider of a protocol',
      protocolFields('campus'),
      {id: 'saml2'},
      'identity_provider',
      'campus',
      'campus',
    ],
    ['the region of an endpoint', endpointFields, {region_id: 'One'}, 'region', 'One', 'One'],
    ['the rules of a policy', policyFields, {blob: '{}'}, 'rules', '{}', '{}'],
  ]
  for (const [what, columns, record, name, human, machine] of formatted)
    it(`${what}`, () => {
      assert.deepEqual(new Map(values(columns, record, humanValue) as [string, unknown][]).get(name), human)
      assert.deepEqual(new Map(values(columns, record, machineValue) as [string, unknown][]).get(name), machine)
    })
})
