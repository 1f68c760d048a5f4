import type {Json, JsonObject} from '#json'
import type {Fields} from '#sandbox/field'
import type {Matches} from '#sandbox/filter'
import type {Microversions} from '#sandbox/microversion'
import {type RestRecords, restRecords} from '#sandbox/rest-records'
import type {Call, Routes, SandboxCloud} from '#sandbox/service'

/** What a collection can be asked for. */
export type Verb = 'list' | 'show' | 'create' | 'update' | 'delete'

/** A REST collection: list with filters, sorting and pages, show, create, update and delete. */
export interface RestCollection {
  /** `/v2.0/flavors`, below the service's prefix; with the IDs of parents: `/v2/zones/:zone/recordsets`. */
  path: `/${string}`
  /** The key that holds one record in a body; default: the record is the body. */
  member?: string
  /** The key that holds the records of a list. */
  collection: string
  /** What messages call a record; default: `member`. */
  noun?: string
  /** What a body may have, by its keys; anything else is refused with 400. The collection creates the ID. */
  fields: Fields
  /** Keeps keys that `fields` does not have, such as Glance's image properties; default: refused. */
  additional?: boolean

  /** The key that holds the ID; default: `id`. */
  idKey?: string
  /** IDs with dashes; default: 32 hex digits, as Keystone has them. */
  uuids?: boolean
  /** Another key that identifies a record in the path, such as `name`. */
  alsoFoundBy?: string
  /** A key that no two records of a project may share; the second record is refused with 409. */
  unique?: string
  /** Keys that hold the times of creation and of the last change; `format` is ISO 8601 with seconds and Z by default. */
  times?: {created: string; updated: string; format?: (time: Date) => string}

  /** Records belong to the caller's project, under this key. Others neither see nor change them, except for admins. */
  projectKey?: string
  /** Records that others see too: shared networks, public images. They still cannot change them. */
  isShared?: (record: JsonObject) => boolean
  /** The query parameter without which a list has only the caller's project, for admins too: `all_tenants`. */
  allProjects?: string
  /** Who is allowed to do what; a verb without an entry is open to everybody with a token. */
  allow?: Partial<Readonly<Record<Verb, (call: Call, record?: JsonObject) => boolean>>>
  /** Parents, by their parameter in the path: the records they are among, and the key that holds their ID. */
  parents?: Readonly<Record<string, {records: RestRecords; key: string}>>

  /** Other paths of the list, such as `/v2.1/servers/detail`; `view` can tell them apart by `call.path`. */
  alsoListed?: readonly `/${string}`[]
  /** Keys that filter a list by equality. */
  filters?: readonly string[]
  /** Filters that compare otherwise, by their name in the query. */
  matches?: Matches
  /** The body of a list; default: `{COLLECTION: rows, COLLECTION_links: [{rel: 'next', href}]}`. */
  listBody?: (rows: JsonObject[], next: string | undefined, call: Call) => Json

  /** PUT creates a record with the ID in the path. Default: POST. */
  createMethod?: 'POST' | 'PUT'
  /** Default: PATCH. */
  updateMethod?: 'PATCH' | 'PUT' | 'POST'
  /** Updates are JSON patches: a list of operations. */
  jsonPatch?: boolean
  /** Statuses of success; default: 201 for create, 204 for delete, else 200. */
  statuses?: Partial<Readonly<Record<Verb, number>>>
  /** Verbs that the service does not have. */
  without?: readonly Verb[]

  /** Completes a new record whose body is valid: looks up what it refers to, fills in what the service sets, or refuses. */
  created?: (record: JsonObject, call: Call) => JsonObject
  /** Applies valid changes to a record; default: replaces its keys. */
  changed?: (record: JsonObject, changes: JsonObject, call: Call) => JsonObject
  /** Refuses to delete, or deletes what belongs to the record. */
  beforeDelete?: (record: JsonObject, call: Call) => void
  /**
   * The record as it is shown, which may depend on the microversion and the path. `record` lacks hidden fields and those
   * that are newer than the microversion in use; `stored` has them.
   */
  view?: (record: JsonObject, call: Call, stored: JsonObject) => JsonObject
  /** For fields with `since`. */
  microversions?: Microversions
}

/** The routes of a collection whose records are kept in the store under `name`: `compute/servers`. */
export const restCollection = (cloud: SandboxCloud, name: string, declared: RestCollection): Routes =>
  restRecords(cloud, name, declared).routes
