import type {JsonObject} from '#json'
import {conflict, forbidden, notFound} from '#sandbox/failure'
import type {RestCollection, Verb} from '#sandbox/rest-collection'
import type {Call} from '#sandbox/service'

/** What a caller sees of a collection and may do with it. */
export interface Access {
  /** 403 when the caller is not allowed to do this. */
  check(verb: Verb, call: Call, record?: JsonObject): void
  /** The record that the path names: 403 when the caller is not allowed to do this, else 404 when there is none. */
  permitted(verb: 'show' | 'update' | 'delete', call: Call): JsonObject
  /** 409 when there is such a record. */
  checkFree(record: JsonObject | undefined): void
  /** The record that the path names; 404 when the caller does not see it. */
  one(call: Call, param?: string): JsonObject
  /** The same, if the caller may change it, else 403. */
  own(call: Call, param?: string): JsonObject
  isListed(record: JsonObject, call: Call): boolean
  /** The key of a new record that says whose it is. */
  ownerOf(call: Call): JsonObject
  /** The keys of records below the parents that the path names; 404 when the caller does not see a parent. */
  parentsOf(call: Call): Record<string, string>
}

/** `lookUp` finds a record by what is in the path; `isShown` says that it is about to be shown. */
export function createAccess(
  declared: RestCollection,
  lookUp: (key: string, isShown: boolean) => JsonObject | undefined,
): Access {
  const {projectKey, isShared = () => false, allProjects, allow = {}, parents = {}} = declared
  const noun = nounOf(declared)
  const isOfProject = (record: JsonObject, call: Call) =>
    projectKey === undefined || record[projectKey] === call.caller.projectId
  const isOwn = (record: JsonObject, call: Call) => isOfProject(record, call) || call.caller.roles.includes('admin')

  const parentsOf = (call: Call) =>
    Object.fromEntries(
      Object.entries(parents).map(([param, {records, key}]) => {
        const parent = records.one(call, param)
        return [key, records.idOf(parent)]
      }),
    )
  const visible = (call: Call, param = 'id'): JsonObject | undefined => {
    const parentKeys = Object.entries(parentsOf(call))
    const record = lookUp(call.params[param] ?? '', call.method === 'GET')
    if (!record || !(isOwn(record, call) || isShared(record))) return undefined
    return parentKeys.every(([key, parent]) => record[key] === parent) ? record : undefined
  }
  const one: Access['one'] = (call, param = 'id') => {
    const record = visible(call, param)
    if (!record) throw missing(call, param)
    return record
  }
  const missing = (call: Call, param: string) => notFound(`${noun} ${call.params[param]} could not be found.`)
  const checkOwn = (record: JsonObject, call: Call) => {
    if (!isOwn(record, call)) throw forbidden(`The ${noun} belongs to another project.`)
  }
  const check: Access['check'] = (verb, call, record) => {
    if (allow[verb]?.(call, record) === false) throw forbidden(`You are not authorized to ${verb} a ${noun}.`)
  }
  return {
    one,
    check,
    parentsOf,
    permitted(verb, call) {
      const record = visible(call)
      check(verb, call, record)
      if (!record) throw missing(call, 'id')
      if (verb !== 'show') checkOwn(record, call)
      return record
    },
    own(call, param) {
      const record = one(call, param)
      checkOwn(record, call)
      return record
    },
    checkFree(record) {
      if (record) throw conflict(`A ${noun} with this ID already exists.`)
    },
    isListed(record, call) {
      const isNarrow = allProjects !== undefined && !isOn(call.query.get(allProjects))
      return isNarrow ? isOfProject(record, call) || isShared(record) : isOwn(record, call) || isShared(record)
    },
    ownerOf: (call): JsonObject => (projectKey === undefined ? {} : {[projectKey]: call.caller.projectId ?? null}),
  }
}

/** What messages call a record of the collection. */
export const nounOf = ({noun, member, collection}: RestCollection): string => noun ?? member ?? collection

const isOn = (value: string | null): boolean => value !== null && !/^(0|false|f|no|n|off)$/i.test(value)
