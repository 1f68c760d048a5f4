import {asText, isObject, type Json, type JsonObject} from '#json'
import {badRequest, conflict, forbidden, notFound} from '#sandbox/failure'
import {pageOf} from '#sandbox/page'
import type {Call, Handler, Routes, SandboxCloud} from '#sandbox/service'

/** A key of a record as a client may send it. */
export interface Field {
  type: 'string' | 'integer' | 'boolean' | 'object' | 'array'
  /** A create without it is refused with 400. */
  required?: boolean
  /** What a record has when nothing was sent; without one the key is null. */
  default?: Json
  /** The values it may have; any of its type without. */
  oneOf?: readonly string[]
  /** May be null. */
  nullable?: boolean
  /** Only the service sets it: refused in a body. */
  readOnly?: boolean
}

type Verb = 'list' | 'show' | 'create' | 'update' | 'delete'

/** A plain REST collection: list with filters, sorting and pages, show, create, update and delete. */
export interface RestCollection {
  /** `/v2.0/flavors`, below the service's prefix. */
  path: `/${string}`
  /** The key that holds one of them in a body. */
  member: string
  /** The key that holds many of them. */
  collection: string
  /** What a body may have, by its keys; anything else is refused with 400. `id` is made by the collection. */
  fields: Readonly<Record<string, Field>>
  /** Keys that a list may be narrowed by. */
  filters?: readonly string[]
  /** Of which no two records of one project may have the same value; a second one is answered with 409. */
  unique?: string
  /** Records belong to the caller's project, under this key, and nobody but an admin sees those of others. */
  projectKey?: string
  /** Who may do what; a verb without an entry is for anybody who is logged in. */
  allow?: Partial<Readonly<Record<Verb, (call: Call) => boolean>>>
  /** Default PATCH. */
  updateMethod?: 'PATCH' | 'PUT'
  /** Verbs that the service does not have. */
  without?: readonly Verb[]
}

/** The routes of a collection, whose records are kept in the store under `NAME`. */
export function restCollection(cloud: SandboxCloud, name: string, declared: RestCollection): Routes {
  const records = cloud.store.collection(name)
  const {path, member, collection, filters = [], projectKey, allow = {}, updateMethod = 'PATCH'} = declared

  const check = (verb: Verb, call: Call) => {
    if (allow[verb] && !allow[verb](call)) throw forbidden(`You are not authorized to ${verb} ${member}.`)
  }
  const isVisible = (record: JsonObject, call: Call) =>
    projectKey === undefined || record[projectKey] === call.caller.projectId || call.caller.roles.includes('admin')
  const one = (call: Call): JsonObject => {
    const {id = ''} = call.params
    const record = records.get(id)
    if (!record || !isVisible(record, call)) throw notFound(`${member} ${id} could not be found.`)
    return record
  }
  const checkUnique = (record: JsonObject) => {
    const key = declared.unique
    if (key === undefined) return
    const same = records.find({[key]: asText(record[key])})
    const others = same.filter(
      (other) => other.id !== record.id && other[projectKey ?? ''] === record[projectKey ?? ''],
    )
    if (others.length > 0) throw conflict(`A ${member} with the ${key} '${asText(record[key])}' exists already.`)
  }
  const put = (record: JsonObject): JsonObject => {
    checkUnique(record)
    records.put(String(record.id), record)
    return record
  }

  const list: Handler = (call) => {
    check('list', call)
    const wanted = filters.flatMap((key) => (call.query.has(key) ? [[key, call.query.get(key)] as const] : []))
    const rows = records
      .find()
      .filter((row) => isVisible(row, call) && wanted.every(([key, value]) => asFilter(row[key]) === value))
    const page = pageOf(rows, call)
    const links = page.next === undefined ? {} : {[`${collection}_links`]: [{rel: 'next', href: page.next}]}
    return {body: {[collection]: page.rows, ...links}}
  }
  const show: Handler = (call) => {
    check('show', call)
    return {body: {[member]: one(call)}}
  }
  const create: Handler = (call) => {
    check('create', call)
    const owner = projectKey === undefined ? {} : {[projectKey]: call.caller.projectId ?? null}
    const record = {id: cloud.newId(), ...defaults(declared), ...owner, ...readBody(call, declared, true)}
    return {status: 201, body: {[member]: put(record)}}
  }
  const update: Handler = (call) => {
    check('update', call)
    return {body: {[member]: put({...one(call), ...readBody(call, declared, false)})}}
  }
  const remove: Handler = (call) => {
    check('delete', call)
    records.delete(String(one(call).id))
    return {status: 204}
  }
  const verbs: [Verb, Routes][] = [
    ['list', {[`GET ${path}`]: list}],
    ['show', {[`GET ${path}/:id`]: show}],
    ['create', {[`POST ${path}`]: create}],
    ['update', {[`${updateMethod} ${path}/:id`]: update}],
    ['delete', {[`DELETE ${path}/:id`]: remove}],
  ]
  const {without = []} = declared
  return Object.assign({}, ...verbs.flatMap(([verb, routes]) => (without.includes(verb) ? [] : [routes])))
}

const asFilter = (value: Json | undefined): string | undefined =>
  typeof value === 'boolean' ? String(value) : asText(value)

const defaults = ({fields}: RestCollection): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.default ?? null]))

/** The record's part of a body, with every key known and of its type; 400 names the key that is not. */
function readBody(call: Call, {member, fields}: RestCollection, creates: boolean): JsonObject {
  const body = call.body[member]
  if (!isObject(body)) throw badRequest(`The body must be an object with the key '${member}'.`)
  for (const [key, value] of Object.entries(body)) {
    const field = fields[key]
    if (!field || field.readOnly) throw badRequest(`'${key}' is no property of a ${member} that can be set.`)
    if (value !== undefined && !fits(value, field))
      throw badRequest(`Invalid input for field '${key}': ${expected(field)}.`)
  }
  for (const [key, field] of Object.entries(fields))
    if (creates && field.required && body[key] === undefined) throw badRequest(`'${key}' is a required property.`)
  return body
}

function fits(value: Json, {type, oneOf, nullable}: Field): boolean {
  if (value === null) return nullable === true
  if (oneOf && !oneOf.includes(asText(value) ?? '')) return false
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

const expected = ({type, oneOf}: Field): string =>
  oneOf ? `it must be one of ${oneOf.join(', ')}` : `it must be of type ${type}`
