import type {JsonObject} from '@osc-cli/core'
import type {Answer, Call} from '@osc-cli/core/sandbox'
import {baseUrl, idOf} from '#sandbox/keystone'

/** The record with its `self` link; `path` is the path of its collection, such as `/users/ID/credentials/OS-EC2`. */
export function linked(call: Call, path: string, record: JsonObject): JsonObject {
  const links = typeof record.links === 'object' ? record.links : {}
  return {...record, links: {...links, self: `${baseUrl(call)}${path}/${idOf(record)}`}}
}

/** A complete list in Keystone's format, which has no pages. */
export function listed(call: Call, plural: string, rows: readonly JsonObject[], path = `/${plural}`): Answer {
  return {body: {[plural]: rows.map((row) => linked(call, path, row)), links: listLinks(call)}}
}

export function listLinks(call: Call): JsonObject {
  const terms = [...call.query].map(([key, value]) => (value === '' ? key : `${key}=${value}`))
  const query = terms.length === 0 ? '' : `?${encodeURI(terms.join('&'))}`
  return {next: null, self: `${call.origin}${call.path}${query}`, previous: null}
}
