import {asObject, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, type Handler, type Routes} from '@osc-cli/core/sandbox'
import {missing} from '#sandbox/failures'
import {filtered} from '#sandbox/filters'
import {idOf, type Keystone, type RecordName} from '#sandbox/keystone'
import {linked, listed} from '#sandbox/links'
import {enforce, type Target} from '#sandbox/policy'
import {checkBody, type Schema} from '#sandbox/schema'

/**
 * A typical Keystone collection: list with filters, show, create, update and delete. Unlike the kit's `restCollection`, it checks a
 * policy rule before existence, reads bodies by Keystone's schemas, and adds links; its lists have no pages.
 */
export interface Collection {
  name: RecordName
  /** The key of a record in a body, also used in the names of actions. */
  member: string
  /** Below `/v3`; default `/NAME`. */
  path?: `/${string}`
  schema: Schema
  /** Schema of updates, if they allow less. */
  updateSchema?: Schema
  /** Rejects other keys. */
  closed?: boolean
  filters?: readonly string[]
  /** Created with PUT and an ID chosen by the caller. */
  byPut?: boolean
  /** The policy target of a record. */
  target?: (record: JsonObject, call: Call) => Target
  /** The records that are listed for a caller. */
  isListed?: (record: JsonObject, call: Call) => boolean
  /** Creates a record from a valid body: sets defaults, checks references and conflicts. */
  create: (body: JsonObject, call: Call) => JsonObject
  /** Applies a valid update to a record; default: its keys are replaced. */
  update?: (record: JsonObject, changes: JsonObject, call: Call) => JsonObject
  /** Rejects the deletion, or removes what belongs to the record. */
  beforeDelete?: (record: JsonObject, call: Call) => void
  /** The record as returned. */
  view?: (record: JsonObject, call: Call) => JsonObject
}

type Verbs = 'list' | 'show' | 'create' | 'update' | 'remove'

/** The handlers of a collection, for routes that use only some of them. */
export function handlers(keystone: Keystone, declared: Collection): Readonly<Record<Verbs, Handler>> {
  const {name, member, path = `/${name}`, filters = [], view = (record) => record, target = () => ({})} = declared
  const records = keystone.records[name]
  const shown = (call: Call, record: JsonObject) => ({[member]: linked(call, path, view(record, call))})

  /** Checks permission before existence, as Keystone does. */
  const found = (call: Call, verb: string): JsonObject => {
    const {id = ''} = call.params
    const record = records.get(id)
    enforce(call, `${verb}_${member}`, record ? target(record, call) : {})
    if (!record) throw missing(name, id)
    return record
  }
  return {
    list(call) {
      enforce(call, `list_${name}`, target({domain_id: call.caller.domainId}, call))
      const {isListed = () => true} = declared
      const rows = records.find().filter((record) => isListed(record, call))
      const views = rows.map((row) => view(row, call))
      return listed(call, name, filtered(call, views, filters), path)
    },
    show: (call) => ({body: shown(call, found(call, 'get'))}),
    create(call) {
      const sent = call.body[member]
      enforce(call, `create_${member}`, target(asObject(sent), call))
      // IDs can only be chosen by path.
      const {id: _asked, ...body} = checkBody(sent ?? {}, declared.schema, true, declared.closed)
      const id = declared.byPut ? (call.params.id ?? '') : keystone.cloud.newId()
      const record = {id, ...declared.create(body, call)}
      records.put(idOf(record), record)
      return {status: 201, body: shown(call, record)}
    },
    update(call) {
      const record = found(call, 'update')
      const schema = declared.updateSchema ?? declared.schema
      const changes = checkBody(call.body[member] ?? {}, schema, false, declared.closed)
      if (changes.id !== undefined && changes.id !== record.id) throw badRequest('Cannot change ID')
      const updated = declared.update?.(record, changes, call) ?? {...record, ...changes}
      records.put(idOf(record), updated)
      return {body: shown(call, updated)}
    },
    remove(call) {
      const record = found(call, 'delete')
      declared.beforeDelete?.(record, call)
      records.delete(idOf(record))
      return {status: 204}
    },
  }
}

export function collection(keystone: Keystone, declared: Collection): Routes {
  const {list, show, create, update, remove} = handlers(keystone, declared)
  const path = declared.path ?? `/${declared.name}`
  const creating: Routes = declared.byPut ? {[`PUT /v3${path}/:id`]: create} : {[`POST /v3${path}`]: create}
  return {
    [`GET /v3${path}`]: list,
    [`GET /v3${path}/:id`]: show,
    ...creating,
    [`PATCH /v3${path}/:id`]: update,
    [`DELETE /v3${path}/:id`]: remove,
  }
}
