import {Microversion} from '#cloud/microversion'
import {pathSegment} from '#cloud/path'
import type {ApiRequest, ApiResponse, ListOptions, Method, Query, Session} from '#cloud/types'
import {HttpError, OscError} from '#errors'
import {asObject, asText, isObject, type Json, type JsonObject} from '#json'
import {findOne} from '#resource/find'
import {namesOf} from '#resource/names'
import type {Resource} from '#resource/resource'
import {inOrder} from '#rows/in-order'

/**
 * The calls of one resource; records are the API's own, with all their keys, without the key that wraps them. HttpError
 * for what the service refuses, ConnectionError when no answer comes.
 */
export interface ResourceApi {
  /** All that match, page after page as they arrive. */
  list(query?: Query, options?: Omit<ListOptions, 'query'>): AsyncIterable<JsonObject>
  /** By ID; HttpError 404 when there is none. */
  get(id: string, query?: Query, options?: CallOptions): Promise<JsonObject>
  /**
   * By name or ID, as the resource's `by` says; `query` narrows the search by name (a domain, a project). NotFoundError
   * when there is none, AmbiguousNameError when there are several.
   */
  find(nameOrId: string, query?: Query): Promise<JsonObject>
  /** The ID of what is named. When the caller may not look it up (403), the argument is taken as the ID, as OSC does. */
  id(nameOrId: string, query?: Query): Promise<string>
  /** The IDs of all that are named, in their order; eight look-ups at a time. */
  ids(namesOrIds: readonly string[], query?: Query): Promise<string[]>
  /** Names by ID, from one list; those that cannot be listed are missing. */
  names(ids: Iterable<string>, query?: Query): Promise<ReadonlyMap<string, string>>
  /** POST to the collection: `body` is the record, which the resource's `member` key wraps; `beside` stands next to it. */
  create(body: JsonObject, beside?: JsonObject): Promise<JsonObject>
  /** PUT to the record's own path, for services whose clients choose the ID or name; the answer may be empty. */
  put(id: string, body: JsonObject): Promise<JsonObject>
  /** Sends the given keys of `body`, and only those, by the resource's `updateMethod`. No request when there are none. */
  update(id: string, body: JsonObject): Promise<JsonObject>
  /** Sends JSON patch operations (RFC 6902). No request when there are none. */
  patch(id: string, operations: readonly PatchOperation[]): Promise<JsonObject>
  /** By ID; HttpError 404 when there is none. */
  delete(id: string, query?: Query): Promise<void>
  /** A request to a path below the record: `send(id, 'POST', '/action', {pause: null})`; the answer, decoded. */
  send(id: string, method: Method, path: string, body?: JsonObject, options?: CallOptions): Promise<JsonObject>
  /** The same with the answer as it is: headers, text, stream. The body may be text, bytes or a stream. */
  raw(id: string, request: Omit<ApiRequest, 'service'>): Promise<ApiResponse>
  /** The same resource below these parents, one for each placeholder of its path, in their order. */
  under(...parentIds: readonly string[]): ResourceApi
  /** The microversion that its requests ask for. */
  microversion(): Promise<Microversion>
}

/** What a single call may say besides. */
export type CallOptions = Pick<ApiRequest, 'headers' | 'microversion' | 'query'>

/** An operation of a JSON patch: `{op: 'replace', path: '/name', value: 'web'}`. */
export interface PatchOperation {
  op: 'add' | 'remove' | 'replace'
  path: string
  value?: Json
}

/** JSON patch operations that set values below a path, such as `/driver_info`; a value that is undefined is left out. */
export const additions = (path: string, values: JsonObject = {}): PatchOperation[] =>
  Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [{op: 'add', path: path + pointer(key), value}],
  )

/** JSON patch operations that remove keys below a path. */
export const removals = (path: string, keys: readonly string[] = []): PatchOperation[] =>
  keys.map((key) => ({op: 'remove', path: path + pointer(key)}))

/** The JSON pointer (RFC 6901) that these keys make: `/extra/color`. */
export const pointer = (...keys: readonly string[]): string =>
  keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** From a resource to its calls: a command's `this.api`, handed to functions that look things up. */
export type Api = (resource: Resource) => ResourceApi

/** Notified of every record that passes, and of the ID or name of one that was deleted. */
export interface Watcher {
  add(resource: Resource, record: JsonObject): void
  remove(resource: Resource, id: string): void
}

export function resourceApi(
  resource: Resource,
  open: () => Promise<Session>,
  watcher?: Watcher,
  parents: readonly string[] = [],
): ResourceApi {
  const {service, member, collection, newest, listQuery, pageSize} = resource
  const pathBelow = (path: string) => fillIn(path, parents)
  // Where a path takes either name or ID it takes both, too: `name/id`.
  const parts = (id: string) => (resource.by === 'path' ? id.split('/') : [id])
  const pathOf = (id: string) =>
    [pathBelow(resource.path), ...parts(id).map((part) => pathSegment(part, resource.noun))].join('/')
  const noted = (record: JsonObject): JsonObject => {
    watcher?.add(resource, record)
    return record
  }
  const inUse = async () => (newest === undefined ? undefined : await (await open()).microversion(service, newest))
  const request = async (call: Omit<ApiRequest, 'service'>) =>
    await (await open()).request({service, microversion: await inUse(), ...call})
  const send = async (call: Omit<ApiRequest, 'service'>) => asObject(await (await request(call)).json())
  const wrap = (body: JsonObject, beside?: JsonObject) =>
    member === undefined ? {...body, ...beside} : {[member]: body, ...beside}
  const sendRecord = async (call: Omit<ApiRequest, 'service'>) => noted(unwrap(await send(call), member))
  const api: ResourceApi = {
    async *list(query, options) {
      const requested = {
        microversion: await inUse(),
        ...(pageSize && {pageSize}),
        ...options,
        query: {...listQuery, ...query},
      }
      const rows = (await open()).list(service, pathBelow(resource.listPath ?? resource.path), collection, requested)
      if (!watcher) yield* rows
      else for await (const row of rows) yield noted(row)
    },
    get: (id, query, options) => sendRecord({path: pathOf(id), query, ...options}),
    find: (nameOrId, query) => findOne(resource, api, nameOrId, query),
    async id(nameOrId, query) {
      try {
        return asText((await api.find(nameOrId, query))[resource.idKey ?? 'id']) ?? nameOrId
      } catch (error) {
        if (HttpError.is(error, 403)) return nameOrId
        throw error
      }
    },
    ids: (namesOrIds, query) => Array.fromAsync(inOrder(namesOrIds, (one) => api.id(one, query))),
    names: (ids, query) => namesOf(api, ids, query),
    async create(body, beside) {
      const record = await sendRecord({method: 'POST', path: pathBelow(resource.path), body: wrap(body, beside)})
      if (Object.keys(record).length > 0) return record
      throw new OscError(`The response of the ${service} service does not contain the new ${resource.noun}.`, {
        code: 'WrongBody',
        hint: `Check whether it exists: osc ${resource.noun} list`,
      })
    },
    put: (id, body) => sendRecord({method: 'PUT', path: pathOf(id), body: wrap(body)}),
    async update(id, body) {
      if (isEmpty(body)) return {}
      return await sendRecord({method: resource.updateMethod ?? 'PATCH', path: pathOf(id), body: wrap(body)})
    },
    async patch(id, operations) {
      if (operations.length === 0) return {}
      const headers = {'content-type': resource.patchType ?? 'application/json-patch+json'}
      return await sendRecord({method: 'PATCH', path: pathOf(id), body: JSON.stringify(operations), headers})
    },
    async delete(id, query) {
      await request({method: 'DELETE', path: pathOf(id), query})
      watcher?.remove(resource, id)
    },
    send: (id, method, below, body, options) => send({method, path: `${pathOf(id)}${below}`, body, ...options}),
    raw: (id, call) => request({...call, path: `${pathOf(id)}${call.path}`}),
    under: (...parentIds) => resourceApi(resource, open, watcher, parentIds),
    microversion: async () => new Microversion(await inUse()),
  }
  return api
}

/** Whether a body has nothing to send. */
export const isEmpty = (body: JsonObject): boolean => Object.values(body).every((value) => value === undefined)

/** `/qos/policies/{policy}/rules` with the parents' IDs in place of the braces; a placeholder without a parent is a bug. */
function fillIn(path: string, parents: readonly string[]): string {
  let next = 0
  return path.replace(/\{([^}]*)\}/g, (_, name: string) => {
    const parent = parents[next]
    next += 1
    if (parent === undefined) throw new Error(`No parent was given for {${name}} of ${path}: call under().`)
    return pathSegment(parent, name)
  })
}

/** The record inside an answer; some services answer without the wrapping key. */
const unwrap = (answer: JsonObject, member: string | undefined): JsonObject => {
  const inner = member === undefined ? undefined : answer[member]
  return isObject(inner) ? inner : answer
}
