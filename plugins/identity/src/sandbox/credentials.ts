import {createHash} from 'node:crypto'
import {asText, decodeJson, isObject, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, forbidden, type Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {duplicate, expecting} from '#sandbox/failures'
import type {Keystone} from '#sandbox/keystone'
import {isAllowed} from '#sandbox/policy'
import {repr, type Schema} from '#sandbox/schema'

const SCHEMA: Schema = {
  blob: {type: 'string'},
  type: {type: 'string', most: 255},
  user_id: {type: 'string'},
  project_id: {type: 'string', nullable: true},
}

export const credentialRoutes = (keystone: Keystone): Routes =>
  collection(keystone, {
    name: 'credentials',
    member: 'credential',
    schema: SCHEMA,
    filters: ['user_id', 'type'],
    target: (credential, call) => ({userId: asText(credential.user_id) ?? call.caller.userId}),
    isListed: (credential, call) => isAllowed(call, 'get_credential', {userId: String(credential.user_id)}),
    create: (body, call) => newCredential(keystone, body, call),
    update(credential, changes, call) {
      const extra = Object.keys(changes).filter((key) => key !== 'blob')
      if (extra.length > 0) {
        const names = extra.map((key) => `'${key}'`).join(', ')
        throw badRequest(
          `Additional properties are not allowed (${names} ${extra.length > 1 ? 'were' : 'was'} unexpected)`,
        )
      }
      checkOwner(call, credential)
      return {...credential, ...changes}
    },
  })

/** The ID of an EC2 credential is the hash of its access key. */
export const ec2Id = (access: string): string => createHash('sha256').update(access).digest('hex')

function newCredential({records, cloud}: Keystone, body: JsonObject, call: Call): JsonObject {
  const {type, blob} = body
  const isWhole = type !== undefined && blob !== undefined && (type !== 'ec2' || asText(body.project_id) !== undefined)
  if (!isWhole) throw badRequest(`${repr(body)} is not valid under any of the given schemas`)
  const id = type === 'ec2' ? ec2Id(accessKey(String(blob))) : cloud.newId()
  if (records.credentials.get(id)) throw duplicate('credential', `Duplicate entry found with ID ${id}`)
  return {user_id: call.caller.userId, project_id: null, ...body, id}
}

function accessKey(blob: string): string {
  let content: unknown
  try {
    content = decodeJson(blob)
  } catch {
    throw badRequest('Invalid blob in credential')
  }
  const access = isObject(content) ? asText(content.access) : undefined
  if (access === undefined) throw expecting('access', 'blob')
  return access
}

function checkOwner({caller}: Call, credential: JsonObject): void {
  if (caller.trustId !== undefined && credential.user_id !== caller.userId)
    throw forbidden('You are not authorized to perform the requested action.')
}
