import {pathSegment} from '#cloud/path'
import type {ListOptions, Query, Session} from '#cloud/types'
import {HttpError} from '#errors'
import {asObject, asText, isObject, type JsonObject} from '#json'
import {findOne} from '#resource/find'
import type {Resource} from '#resource/resource'

/**
 * The calls of one resource; records are the API's own, with all their keys, without the key that wraps them. HttpError
 * for what the service refuses, ConnectionError when no answer comes.
 */
export interface ResourceApi {
  /** All of them that match, page after page as they arrive. */
  list(query?: Query, options?: Omit<ListOptions, 'query'>): AsyncIterable<JsonObject>
  /** By ID; HttpError 404 when there is none. */
  get(id: string, query?: Query): Promise<JsonObject>
  /**
   * By name or ID, as the resource's `lookup` says; `query` narrows the search by name (a domain, a project). NotFoundError
   * when there is none, AmbiguousNameError when there are several.
   */
  find(nameOrId: string, query?: Query): Promise<JsonObject>
  /** The ID of what is named. When the caller may not look it up (403), what was given is taken for the ID, as OSC does. */
  id(nameOrId: string, query?: Query): Promise<string>
  /** POST to the collection: `body` is the record, which the resource's `member` key is put around. */
  create(body: JsonObject): Promise<JsonObject>
  /** Sends the keys of `body`, and only those, by the resource's `updateMethod`. */
  update(id: string, body: JsonObject): Promise<JsonObject>
  /** By ID; HttpError 404 when there is none. */
  delete(id: string): Promise<void>
}

/** From a resource to its calls: a command's `this.api`, handed to functions that look things up. */
export type Api = (resource: Resource) => ResourceApi

/** Told of every record that goes by, and of the ID, or what else it was removed by, of one that is gone. */
export interface Watcher {
  saw(resource: Resource, record: JsonObject): void
  gone(resource: Resource, id: string): void
}

export function resourceApi(resource: Resource, open: () => Promise<Session>, watcher?: Watcher): ResourceApi {
  const {service, member} = resource
  // Where a path takes either name or ID it takes both, too: `name/id`.
  const parts = (id: string) => (resource.lookup === 'either' ? id.split('/') : [id])
  const pathOf = (id: string) => [resource.path, ...parts(id).map((part) => pathSegment(part, resource.noun))].join('/')
  const noted = (record: JsonObject): JsonObject => {
    watcher?.saw(resource, record)
    return record
  }
  const body = (content: JsonObject) => ({[member]: content})
  const send = async (method: 'POST' | 'PUT' | 'PATCH', path: string, content: JsonObject) => {
    const answer = await (await open()).request({service, method, path, body: body(content)})
    return noted(unwrap(asObject(await answer.json()), member))
  }
  const api: ResourceApi = {
    async *list(query, options) {
      const page = resource.pageSize ? {pageSize: resource.pageSize} : {}
      const rows = (await open()).list(service, resource.path, resource.collection, {...page, ...options, query})
      if (!watcher) yield* rows
      else for await (const row of rows) yield noted(row)
    },
    async get(id, query) {
      return noted(unwrap(await (await open()).get(service, pathOf(id), query), member))
    },
    find: (nameOrId, query) => findOne(resource, api, nameOrId, query),
    async id(nameOrId, query) {
      try {
        return asText((await api.find(nameOrId, query)).id) ?? nameOrId
      } catch (error) {
        if (error instanceof HttpError && error.failure.status === 403) return nameOrId
        throw error
      }
    },
    create: (content) => send('POST', resource.path, content),
    update: (id, content) => send(resource.updateMethod ?? 'PATCH', pathOf(id), content),
    async delete(id) {
      await (await open()).request({service, method: 'DELETE', path: pathOf(id)})
      watcher?.gone(resource, id)
    },
  }
  return api
}

/** The record inside an answer; some services answer without the wrapping key. */
const unwrap = (answer: JsonObject, member: string): JsonObject => {
  const inner = answer[member]
  return isObject(inner) ? inner : answer
}
