import {badRequest, type Call, conflict, type Routes} from '@osc-cli/core/sandbox'
import {
  bytesIn,
  type Container,
  changedHeaders,
  containerOf,
  listed,
  placeOf,
  type Records,
  transaction,
} from '#sandbox/records'

const OTHERS = /^x-container-(?:read|write|sync-to|sync-key)$/

export function containerRoutes(records: Records): Routes {
  const headersOf = (container: Container) => {
    const objects = records.objectsIn(container)
    return {
      ...container.headers,
      ...transaction(records),
      'x-container-object-count': String(objects.length),
      'x-container-bytes-used': String(bytesIn(objects)),
      'x-storage-policy': 'Policy-0',
    }
  }
  return {
    'GET /v1/:account/:container'(call: Call) {
      const container = containerOf(records, call)
      if (call.method === 'HEAD') return {status: 204, headers: headersOf(container)}
      const rows = records.objectsIn(container).map((object) => ({
        bytes: object.size,
        hash: object.etag.replaceAll('"', ''),
        name: object.name,
        ...(object.segments && {slo_etag: object.etag}),
        content_type: object.headers['content-type'] ?? null,
        last_modified: object.modified.replace('Z', '000'),
      }))
      return {body: listed(rows, call), headers: headersOf(container)}
    },
    'PUT /v1/:account/:container'(call: Call) {
      const {account, container: name} = placeOf(call)
      if (Buffer.byteLength(name) > 256)
        throw badRequest(`Container name length of ${Buffer.byteLength(name)} longer than 256`)
      const before = records.container(account, name)
      records.putContainer({account, name, headers: changedHeaders(before?.headers ?? {}, call, 'container', OTHERS)})
      return {status: before ? 202 : 201, headers: transaction(records)}
    },
    'POST /v1/:account/:container'(call: Call) {
      const container = containerOf(records, call)
      records.putContainer({...container, headers: changedHeaders(container.headers, call, 'container', OTHERS)})
      return {status: 204, headers: transaction(records)}
    },
    'DELETE /v1/:account/:container'(call: Call) {
      const container = containerOf(records, call)
      if (records.objectsIn(container).length > 0)
        throw conflict('There was a conflict when trying to complete your request.')
      records.deleteContainer(container)
      return {status: 204, headers: transaction(records)}
    },
  }
}
