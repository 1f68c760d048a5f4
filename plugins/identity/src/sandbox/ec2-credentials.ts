import {asText, decodeJson, isObject, type JsonObject} from '@osc-cli/core'
import type {Call, Handler, Routes} from '@osc-cli/core/sandbox'
import {ec2Id} from '#sandbox/credentials'
import {missing, one, unauthorized} from '#sandbox/failures'
import {baseUrl, type Keystone} from '#sandbox/keystone'
import {listLinks} from '#sandbox/links'
import {enforce} from '#sandbox/policy'

/** The EC2 keys of a user: credentials of that type in their own format. */
export function ec2CredentialRoutes(keystone: Keystone): Routes {
  const {credentials} = keystone.records
  const found = (call: Call, action: string): JsonObject => {
    const {id: user = '', access = ''} = call.params
    const credential = credentials.get(ec2Id(access))
    enforce(call, action, {userId: credential && String(credential.user_id)})
    one(keystone, 'users', user)
    if (!credential) throw missing('credentials', ec2Id(access))
    if (credential.type !== 'ec2') throw unauthorized()
    return credential
  }
  const list: Handler = (call) => {
    const {id = ''} = call.params
    enforce(call, 'ec2_list_credentials', {userId: id})
    one(keystone, 'users', id)
    const rows = credentials.find({user_id: id, type: 'ec2'})
    return {body: {credentials: rows.map((row) => view(call, row)), links: listLinks(call)}}
  }
  return {
    'GET /v3/users/:id/credentials/OS-EC2': list,
    'POST /v3/users/:id/credentials/OS-EC2': (call) => {
      const {id: user = ''} = call.params
      enforce(call, 'ec2_create_credential', {userId: user})
      one(keystone, 'users', user)
      const project = asText(call.body.tenant_id) ?? ''
      one(keystone, 'projects', project)
      const blob = {
        access: keystone.cloud.newId(),
        secret: keystone.cloud.newId(),
        trust_id: call.caller.trustId ?? null,
      }
      const id = ec2Id(blob.access)
      const credential = {id, user_id: user, project_id: project, type: 'ec2', blob: JSON.stringify(blob)}
      credentials.put(id, credential)
      return {status: 201, body: {credential: view(call, credential)}}
    },
    'GET /v3/users/:id/credentials/OS-EC2/:access': (call) => ({
      body: {credential: view(call, found(call, 'ec2_get_credential'))},
    }),
    'DELETE /v3/users/:id/credentials/OS-EC2/:access': (call) => {
      const {id} = found(call, 'ec2_delete_credential')
      credentials.delete(String(id))
      return {status: 204}
    },
  }
}

function view(call: Call, {user_id, project_id, blob}: JsonObject): JsonObject {
  const content = decodeJson(String(blob))
  const {access = null, secret = null, trust_id = null} = isObject(content) ? content : {}
  const self = `${baseUrl(call)}/users/${asText(user_id)}/credentials/OS-EC2/${asText(access)}`
  return {user_id, tenant_id: project_id, access, secret, trust_id, links: {self}}
}
