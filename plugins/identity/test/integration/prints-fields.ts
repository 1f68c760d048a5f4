import assert from 'node:assert/strict'
import {asObject, decodeJson} from '@osc-cli/core'
import type {oscOnCloud} from '@osc-cli/core/test/integration/support/cloud'
import {ok} from '@osc-cli/core/test/integration/support/ok'

/** The fields of records in python-openstackclient 10.2.1. Debian's client prints others, or in another order. */
export const FIELDS = {
  accessRule: 'ID,Method,Path,Service',
  applicationCredential: 'ID,Name,Description,Project ID,Roles,Unrestricted,Access Rules,Expires At',
  domain: 'id,name,enabled,description,options',
  endpoint: 'enabled,id,interface,region,region_id,service_id,url,service_name,service_type',
  limit: 'description,id,project_id,region_id,resource_limit,resource_name,service_id',
  mapping: 'id,rules,schema_version',
  protocol: 'id,identity_provider,mapping',
  identityProvider: 'authorization_ttl,description,domain_id,enabled,id,remote_ids',
  policy: 'id,rules,type',
  region: 'region,description,parent_region',
  role: 'id,name,domain_id,description',
  service: 'id,name,type,enabled,description',
  serviceProvider: 'id,enabled,description,auth_url,sp_url,relay_state_prefix',
  trust:
    'expires_at,id,is_impersonation,project_id,redelegated_trust_id,redelegation_count,remaining_uses,roles,trustee_user_id,trustor_user_id',
  user: 'default_project_id,domain_id,email,enabled,id,name,description,password_expires_at,options',
}

/** Runs a show or create command, and checks which fields it prints in which order. */
export async function printsFields(
  osc: ReturnType<typeof oscOnCloud>,
  line: readonly string[],
  noun: keyof typeof FIELDS,
): Promise<void> {
  const printed = asObject(decodeJson(await ok(osc(...line, '-f', 'json'))))
  assert.equal(Object.keys(printed).join(), FIELDS[noun])
}
