import {createHash} from 'node:crypto'
import {asArray, asObject} from '@osc-cli/core'
import {type Answer, badRequest, type Call, notFound, type Routes, SandboxFailure} from '@osc-cli/core/sandbox'
import {
  changedHeaders,
  containerOf,
  findPath,
  placeOf,
  type Records,
  type StoredObject,
  transaction,
} from '#sandbox/records'

const OTHERS =
  /^(?:content-(?:type|encoding|disposition|language)|x-delete-at|x-object-manifest|cache-control|expires|x-robots-tag)$/
// Names may have slashes and line ends.
export const PATH = '/v1/:account/:container/:object{[\\s\\S]+}'

/** Maximum size of a large object in bytes: it is read into memory. */
const LARGEST = 256 * 2 ** 20

const md5 = (content: Uint8Array | string): string => createHash('md5').update(content).digest('hex')

export function objectRoutes(records: Records): Routes {
  const objectOf = (call: Call): StoredObject => {
    const object = records.object(containerOf(records, call), placeOf(call).object)
    if (!object) throw notFound('The resource could not be found.')
    return object
  }
  const asks = ({query}: Call, action: string) => query.get('multipart-manifest') === action
  const headersOf = (object: StoredObject) => ({
    ...object.headers,
    ...transaction(records),
    etag: object.etag,
    'last-modified': new Date(object.modified).toUTCString(),
    ...(object.segments && {'x-static-large-object': 'True'}),
  })

  /** The segments that a manifest names; 400 for one that is not as the manifest says. */
  const segmentsOf = (call: Call): NonNullable<StoredObject['segments']> => {
    const segments = asArray(call.json).map((entry) => {
      const {path, etag, size_bytes: size} = asObject(entry)
      const found = findPath(records, placeOf(call).account, String(path))
      if (!found || (etag && etag !== found.etag) || (size !== undefined && Number(size) !== found.size))
        throw badRequest(`Upload failed: ${path} does not match.`)
      return {name: String(path), hash: found.etag, bytes: found.size}
    })
    if (segments.reduce((sum, {bytes}) => sum + bytes, 0) > LARGEST)
      throw new SandboxFailure(413, 'The object is too large.')
    return segments
  }

  return {
    [`GET ${PATH}`](call: Call): Answer {
      const object = objectOf(call)
      const headers = headersOf(object)
      const {range, 'if-match': wanted} = call.headers
      if (wanted !== undefined && wanted !== object.etag) throw new SandboxFailure(412, 'A precondition failed.')
      if (call.method === 'HEAD') return {headers: {...headers, 'content-length': String(object.size)}}
      if (asks(call, 'get')) return {body: object.segments?.map((segment) => ({...segment})) ?? null, headers}
      const whole = new Uint8Array(records.bytesOf(object))
      const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
      const body = start === undefined ? whole : whole.subarray(Number(start), end ? Number(end) + 1 : undefined)
      return {
        status: start === undefined ? 200 : 206,
        body,
        headers: {...headers, 'content-length': String(body.length)},
      }
    },
    [`PUT ${PATH}`](call: Call): Answer {
      const container = containerOf(records, call)
      const {account, object: name} = placeOf(call)
      const length = Buffer.byteLength(name)
      if (length > 1024) throw badRequest(`Object name length of ${length} longer than 1024`)
      if (call.headers['if-none-match'] === '*' && records.object(container, name))
        throw new SandboxFailure(412, 'A precondition failed.')
      const segments = asks(call, 'put') ? segmentsOf(call) : undefined
      const etag = segments ? `"${md5(segments.map(({hash}) => hash).join(''))}"` : md5(call.bytes)
      const size = segments?.reduce((sum, {bytes}) => sum + bytes, 0) ?? call.bytes.length
      const headers = changedHeaders({'content-type': 'application/octet-stream'}, call, 'object', OTHERS)
      const modified = records.cloud.now().toISOString()
      const object = {in: `${account}/${container.name}`, name, size, etag, modified, headers}
      records.putObject({...object, ...(segments && {segments})}, segments ? undefined : call.bytes)
      return {status: 201, headers: {...transaction(records), etag}}
    },
    [`POST ${PATH}`](call: Call): Answer {
      const object = objectOf(call)
      const {'content-type': type = ''} = object.headers
      // All metadata is replaced; only the type stays when it is not given.
      const headers = changedHeaders({'content-type': type}, call, 'object', OTHERS)
      records.putObject({...object, headers}, object.segments ? undefined : records.bytesOf(object))
      return {status: 202, headers: transaction(records)}
    },
    [`DELETE ${PATH}`](call: Call): Answer {
      const object = objectOf(call)
      const {account} = placeOf(call)
      const segments = asks(call, 'delete') ? (object.segments ?? []) : []
      const found = segments.flatMap(({name}) => findPath(records, account, name) ?? [])
      for (const one of [...found, object]) records.deleteObject(one)
      if (!asks(call, 'delete')) return {status: 204, headers: transaction(records)}
      return {
        body: {'Response Status': '200 OK', Errors: [], 'Number Deleted': found.length + 1},
        headers: transaction(records),
      }
    },
  }
}
