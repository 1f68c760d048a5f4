import {randomUUID} from 'node:crypto'
import type {JsonObject} from '#json'
import {createAccess} from '#sandbox/access'
import {readChanges, readNew} from '#sandbox/body'
import {defaultsOf} from '#sandbox/field'
import {filterOf} from '#sandbox/filter'
import {createLater, type Step} from '#sandbox/later'
import {pageOf} from '#sandbox/page'
import type {RestCollection} from '#sandbox/rest-collection'
import {routesOf} from '#sandbox/rest-routes'
import type {Call, Handler, Routes, SandboxCloud} from '#sandbox/service'
import {checkUnique} from '#sandbox/unique'
import {createView} from '#sandbox/view'

/** The records of a collection, for routes beside its own: actions, tags, sub-resources. */
export interface RestRecords {
  /** Its own routes. A route with the same method and path that is spread after them replaces one. */
  readonly routes: Routes
  /** The record that the path names, as stored; 404 when there is none or the caller does not see it. */
  one(call: Call, param?: string): JsonObject
  /** The same for a request that changes it; 403 when the caller only sees it. */
  own(call: Call, param?: string): JsonObject
  /** The ID of a record. */
  idOf(record: JsonObject): string
  /** The body of an answer with this record. */
  body(record: JsonObject, call: Call): JsonObject
  /** The record with that ID, whoever asks. */
  get(id: string): JsonObject | undefined
  /** Records whose keys have these values; all without `match`. */
  find(match?: Readonly<Record<string, string | number | boolean | null | undefined>>): JsonObject[]
  /** Stores a new or changed record and returns it with the time of its change. 409 when it is not unique. */
  put(record: JsonObject): JsonObject
  /** Deletes a record without asking. */
  delete(id: string): void
  /** What becomes of a record by itself, in steps that follow one another; replaces earlier plans. */
  later(id: string, ...steps: readonly Step[]): void
}

const isoTime = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`

/** Opens the collection that is kept in the store under `name`. */
export function restRecords(cloud: SandboxCloud, name: string, declared: RestCollection): RestRecords {
  const stored = cloud.store.collection(name)
  const {idKey = 'id', times, alsoFoundBy} = declared
  const idOf = (record: JsonObject): string => String(record[idKey])
  const timesOf = (keys: readonly ('created' | 'updated')[], at: Date): JsonObject =>
    times ? Object.fromEntries(keys.map((key) => [times[key], (times.format ?? isoTime)(at)])) : {}

  const later = createLater(cloud, name, (id, change, at) => {
    const record = stored.get(id)
    if (record && change) stored.put(id, {...record, ...change, ...timesOf(['updated'], at)})
    else stored.delete(id)
  })
  const get = (id: string, isShown = false): JsonObject | undefined => {
    later.settle(id, isShown)
    return stored.get(id)
  }
  const find: RestRecords['find'] = (match) => {
    for (const id of later.ids()) later.settle(id, false)
    return stored.find(match)
  }
  const lookUp = (key: string, isShown: boolean): JsonObject | undefined => {
    const found = get(key, isShown)
    if (found || alsoFoundBy === undefined) return found
    const [named] = find({[alsoFoundBy]: key})
    return named && get(idOf(named), isShown)
  }
  const store = (record: JsonObject): JsonObject => {
    checkUnique(record, declared, find)
    stored.put(idOf(record), record)
    return record
  }
  const access = createAccess(declared, lookUp)
  const view = createView(declared)

  const list: Handler = (call) => {
    access.check('list', call)
    const parents = access.parentsOf(call)
    const isWanted = filterOf(call, declared.filters ?? [], declared.matches ?? {})
    const rows = find(parents).filter((row) => access.isListed(row, call) && isWanted(row))
    const page = pageOf(rows, call, idKey)
    for (const row of page.rows) later.settle(idOf(row), true)
    const views = page.rows.map((row) => view.one(row, call))
    return {status: declared.statuses?.list ?? 200, body: view.list(views, page.next, call)}
  }
  const show: Handler = (call) => {
    const record = access.permitted('show', call)
    return {status: declared.statuses?.show ?? 200, body: view.body(record, call)}
  }
  const create: Handler = (call) => {
    access.check('create', call)
    const id = declared.createMethod === 'PUT' ? (call.params.id ?? '') : declared.uuids ? randomUUID() : cloud.newId()
    access.checkFree(stored.get(id))
    const record = {
      [idKey]: id,
      ...defaultsOf(declared.fields),
      ...access.ownerOf(call),
      ...access.parentsOf(call),
      ...timesOf(['created', 'updated'], cloud.now()),
      ...readNew(call, declared),
    }
    const created = store(declared.created?.(record, call) ?? record)
    return {status: declared.statuses?.create ?? 201, body: view.body(created, call)}
  }
  const update: Handler = (call) => {
    const record = access.permitted('update', call)
    const changes = readChanges(call, record, declared)
    const changed = declared.changed?.(record, changes, call) ?? {...record, ...changes}
    return {status: declared.statuses?.update ?? 200, body: view.body(records.put(changed), call)}
  }
  const remove: Handler = (call) => {
    const record = access.permitted('delete', call)
    declared.beforeDelete?.(record, call)
    records.delete(idOf(record))
    return {status: declared.statuses?.delete ?? 204}
  }
  const records: RestRecords = {
    routes: routesOf(declared, {list, show, create, update, delete: remove}),
    one: access.one,
    own: access.own,
    idOf,
    body: view.body,
    get: (id) => get(id),
    find,
    put: (record) => store({...record, ...timesOf(['updated'], cloud.now())}),
    delete(id) {
      stored.delete(id)
      later.forget(id)
    },
    later: (id, ...steps) => later.plan(id, steps),
  }
  return records
}
