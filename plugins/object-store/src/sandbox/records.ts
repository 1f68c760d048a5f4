import {asObject, type JsonObject} from '@osc-cli/core'
import {type Call, forbidden, notFound, type SandboxCloud, SandboxFailure} from '@osc-cli/core/sandbox'

/** Headers by lower-case names. */
export type Headers = Record<string, string>

export interface Container {
  account: string
  name: string
  headers: Headers
}

export interface StoredObject {
  /** Key of its container. */
  in: string
  name: string
  size: number
  etag: string
  modified: string
  headers: Headers
  /** Of a static large object. */
  segments?: {name: string; hash: string; bytes: number}[]
}

/** What the sandbox's Swift keeps. */
export interface Records {
  cloud: SandboxCloud
  accountHeaders(account: string): Headers
  setAccount(account: string, headers: Headers): void
  container(account: string, name: string): Container | undefined
  containersOf(account: string): Container[]
  putContainer(container: Container): void
  deleteContainer(container: Container): void
  object(container: Container, name: string): StoredObject | undefined
  objectsIn(container: Container): StoredObject[]
  putObject(object: StoredObject, bytes?: Uint8Array): void
  deleteObject(object: StoredObject): void
  bytesOf(object: StoredObject, depth?: number): Buffer
}

const keyOf = ({account, name}: Pick<Container, 'account' | 'name'>): string => `${account}/${name}`
const objectKey = (object: Pick<StoredObject, 'in' | 'name'>): string => `${object.in}/${object.name}`

export function openRecords(cloud: SandboxCloud): Records {
  const accounts = cloud.store.collection('object-store/accounts')
  const containers = cloud.store.collection('object-store/containers')
  const objects = cloud.store.collection('object-store/objects')
  const data = cloud.store.collection('object-store/data')
  const records: Records = {
    cloud,
    accountHeaders: (account) => asObject(accounts.get(account)) as Headers,
    setAccount: (account, headers) => accounts.put(account, headers),
    container: (account, name) => containers.get(keyOf({account, name})) as Container | undefined,
    containersOf: (account) => byName(containers.find({account}) as unknown as Container[]),
    putContainer: (container) => containers.put(keyOf(container), {...container}),
    deleteContainer: (container) => void containers.delete(keyOf(container)),
    object: (container, name) => objects.get(objectKey({in: keyOf(container), name})) as StoredObject | undefined,
    objectsIn: (container) => byName(objects.find({in: keyOf(container)}) as unknown as StoredObject[]),
    putObject(object, bytes) {
      objects.put(objectKey(object), {...object} as unknown as JsonObject)
      data.delete(objectKey(object))
      if (bytes) data.put(objectKey(object), {base64: Buffer.from(bytes).toString('base64')})
    },
    deleteObject(object) {
      objects.delete(objectKey(object))
      data.delete(objectKey(object))
    },
    bytesOf({segments, ...object}, depth = 0) {
      if (!segments) return Buffer.from(String(data.get(objectKey(object))?.base64 ?? ''), 'base64')
      const account = object.in.split('/')[0] ?? ''
      return Buffer.concat(segments.map(({name}) => segmentBytes(records, account, name, depth + 1)))
    },
  }
  return records
}

/** How deeply large objects may be nested: one that is a segment of itself would never end. */
const DEEPEST = 10

function segmentBytes(records: Records, account: string, path: string, depth: number): Buffer {
  if (depth > DEEPEST) throw new SandboxFailure(409, 'Max recursion depth exceeded.')
  const segment = findPath(records, account, path)
  if (!segment) throw new SandboxFailure(409, `The segment ${path} is missing.`)
  return records.bytesOf(segment, depth)
}

/** The object at a path of an account: `/CONTAINER/OBJECT`. */
export function findPath(records: Records, account: string, path: string): StoredObject | undefined {
  const [, container = '', ...name] = path.split('/')
  const found = records.container(account, container)
  return found && records.object(found, name.join('/'))
}

/** The header that every response of Swift has. */
export const transaction = ({cloud}: Records): Headers => ({'x-trans-id': `tx${cloud.newId()}`})

/** The size of all of these objects. */
export const bytesIn = (objects: readonly StoredObject[]): number => objects.reduce((sum, {size}) => sum + size, 0)

/** In the order of their names' bytes. */
const byName = <T extends {name: string}>(records: T[]): T[] =>
  records.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))

/** The parts of the path, decoded: the account, which the caller must own, and the names of container and object. */
export function placeOf({path, caller}: Call): {account: string; container: string; object: string} {
  const [account = '', container = '', ...object] = path.split('/').slice(3).map(decodeURIComponent)
  if (account !== `AUTH_${caller.projectId}` && !caller.roles.includes('admin'))
    throw forbidden('Access was denied to this resource.')
  return {account, container, object: object.join('/')}
}

/** The container of the path; 404 when there is none. */
export function containerOf(records: Records, call: Call): Container {
  const {account, container} = placeOf(call)
  const found = records.container(account, container)
  if (!found) throw notFound('The resource could not be found.')
  return found
}

/** Metadata after a request: `x-KIND-meta-` headers and those in `others` are set, those that are empty or to be removed go. */
export function changedHeaders(before: Headers, call: Call, kind: string, others: RegExp): Headers {
  const own = new RegExp(`^x-${kind}-meta-|${others.source}`)
  const after = {...before}
  for (const [name, value] of Object.entries(call.headers)) {
    const key = name.replaceAll('_', '-')
    if (own.test(key)) after[key] = value
    if (key.startsWith('x-remove-')) delete after[`x-${key.slice('x-remove-'.length)}`]
  }
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== ''))
}

/** The rows of a list that the query asks for; with a delimiter, names that go on behind it are one `subdir`. */
export function listed(rows: readonly JsonObject[], {query}: Call): JsonObject[] {
  const [prefix, marker, end, delimiter] = ['prefix', 'marker', 'end_marker', 'delimiter'].map(
    (name) => query.get(name) || undefined,
  )
  const subdirs = new Set<string>()
  const found = rows.flatMap((row): JsonObject[] => {
    const name = String(row.name)
    if (prefix && !name.startsWith(prefix)) return []
    const at = delimiter ? name.indexOf(delimiter, prefix?.length ?? 0) : -1
    const subdir = at < 0 ? undefined : name.slice(0, at + 1)
    const shown = subdir ?? name
    if ((marker && shown <= marker) || (end && shown >= end) || (subdir && subdirs.has(subdir))) return []
    if (subdir) subdirs.add(subdir)
    return [subdir === undefined ? row : {subdir}]
  })
  return found.slice(0, Number(query.get('limit') || 10_000))
}
