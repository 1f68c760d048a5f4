import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {type Answer, type Call, type Routes, SandboxFailure} from '@osc-cli/core/sandbox'
import {findStack} from '#sandbox/api/find-stack'
import {booleanQuery, integerQuery} from '#sandbox/api/query'
import {resourceJson} from '#sandbox/api/resource-json'
import {allAttributes, attributeOf} from '#sandbox/engine/attributes'
import type {Context} from '#sandbox/engine/context'
import type {ResourceRecord, StackRecord} from '#sandbox/engine/records'
import {addResourceEvent, setResourceState} from '#sandbox/engine/states'
import type {World} from '#sandbox/engine/world'
import {actionInProgress, entityNotFound, invalidRequest, resourceNotFound, signalNotSupported} from '#sandbox/failures'

const BASE = '/v1/:project/stacks/:name/:id/resources'

/** Resources of a stack: list, show, metadata, marks, signals. */
export function resourceRoutes(context: Context): Routes {
  return {
    [`GET ${BASE}`]: (call) => listResources(context, call),
    [`GET ${BASE}/:resource`]: (call) => showResource(context, call),
    [`GET ${BASE}/:resource/metadata`]: (call) => {
      const stack = findStack(context, call)
      return {body: {metadata: findResource(context, stack, call).metadata}}
    },
    [`PATCH ${BASE}/:resource`]: (call) => mark(context, call),
  }
}

/** Signals may use the handle's own token, so these routes are public and check access themselves. */
export function signalRoutes(context: Context): Routes {
  return {[`POST ${BASE}/:resource/signal`]: (call) => signal(context, call)}
}

export function findResource({world}: Context, stack: StackRecord, call: Call): ResourceRecord {
  const {resource = ''} = call.params
  const record = world.resources.find({stackId: stack.id, name: resource, isCurrent: true})[0]
  if (!record) throw resourceNotFound(resource, stack.name)
  return record
}

/** Only marks accept a physical ID as well as a name. */
function byNameOrPhysicalId(context: Context, stack: StackRecord, call: Call): ResourceRecord {
  const {resource = ''} = call.params
  const physical = context.world.resources.find({stackId: stack.id, physicalId: resource, isCurrent: true})[0]
  return physical ?? findResource(context, stack, call)
}

const FILTERS: Readonly<Record<string, (resource: ResourceRecord) => string | null>> = {
  name: ({name}) => name,
  type: ({type}) => type,
  status: ({status}) => status,
  action: ({action}) => action,
  id: ({id}) => id,
  physical_resource_id: ({physicalId}) => physicalId,
}

async function listResources(context: Context, call: Call): Promise<Answer> {
  const {world} = context
  const stack = findStack(context, call)
  const {query} = call
  const depth = integerQuery(query, 'nested_depth') ?? 0
  const hasDetail = booleanQuery(query, 'with_detail')
  const filters = Object.entries(FILTERS).filter(([key]) => query.has(key))
  const isWanted = (resource: ResourceRecord) =>
    filters.every(([key, field]) => query.getAll(key).includes(field(resource) ?? ''))
  const rows = treeOf(world, stack, depth).filter(({resource}) => isWanted(resource))
  const details = await Promise.all(
    rows.map(async ({owner, resource}) => (hasDetail ? detailOf(context, owner, resource) : {})),
  )
  return {
    body: {
      resources: rows.map(({owner, resource}, i) => ({
        ...resourceJson(world, call, owner, resource),
        ...(owner.parentResource === null || owner.id === stack.id ? {} : {parent_resource: owner.parentResource}),
        ...details[i],
      })),
    },
  }
}

interface Place {
  owner: StackRecord
  resource: ResourceRecord
}

/** The resources of a stack, then those of its nested stacks. */
function treeOf(world: World, owner: StackRecord, depth: number): Place[] {
  const own = world.resources.find({stackId: owner.id, isCurrent: true}).map((resource) => ({owner, resource}))
  if (depth <= 0) return own
  const below = own.flatMap(({resource: {physicalId}}) => {
    const child = physicalId === null ? undefined : world.stacks.get(physicalId)
    return child?.parent === owner.id ? treeOf(world, child, depth - 1) : []
  })
  return [...own, ...below]
}

async function detailOf(context: Context, stack: StackRecord, resource: ResourceRecord): Promise<JsonObject> {
  const view = await context.views.load(stack)
  const definition = view.definitions.get(resource.name)
  if (!definition) return {description: '', attributes: {}}
  const type = view.typeOf(resource.name)
  return {
    description: definition.description,
    attributes:
      resource.action === 'INIT'
        ? noAttributes(Object.keys(type.attributes))
        : allAttributes(type, view.handle(resource)),
  }
}

const noAttributes = (names: readonly string[]): JsonObject => Object.fromEntries(names.map((name) => [name, null]))

async function showResource(context: Context, call: Call): Promise<Answer> {
  const stack = findStack(context, call)
  const resource = findResource(context, stack, call)
  const {attributes, ...detail} = await detailOf(context, stack, resource)
  const view = await context.views.load(stack)
  const requested = call.query.getAll('with_attr').map((name): [string, JsonObject[string]] => {
    const value = view.definitions.has(resource.name) ? attributeOf(view, resource.name, name, []) : undefined
    return [name, value ?? null]
  })
  return {
    body: {
      resource: {
        ...resourceJson(context.world, call, stack, resource),
        ...(stack.parentResource === null ? {} : {parent_resource: stack.parentResource}),
        ...detail,
        attributes: {...asObject(attributes), ...Object.fromEntries(requested)},
      },
    },
  }
}

function mark(context: Context, call: Call): Answer {
  const stack = findStack(context, call)
  const {mark_unhealthy: unhealthy, resource_status_reason: given, ...others} = call.body
  const wrong = Object.keys(others)[0]
  if (wrong !== undefined) throw invalidRequest(`Unexpected key(s) ['${wrong}'] in mark unhealthy request`)
  if (unhealthy === undefined)
    throw invalidRequest('Missing mandatory (mark_unhealthy) key from mark unhealthy request')
  if (typeof unhealthy !== 'boolean') throw invalidRequest(`Unrecognized value '${asText(unhealthy) ?? ''}'`)
  const {id, status, action} = byNameOrPhysicalId(context, stack, call)
  if (status === 'IN_PROGRESS') throw actionInProgress(stack.name, action)
  const reason = asText(given) ?? 'state changed by resource_mark_unhealthy api'
  if (unhealthy) setResourceState(context.world, id, 'CHECK', 'FAILED', reason)
  else if (action === 'CHECK' && status === 'FAILED') setResourceState(context.world, id, 'CHECK', 'COMPLETE', reason)
  return {body: null}
}

async function signal(context: Context, call: Call): Promise<Answer> {
  const {world} = context
  const {project = '', name = '', id = ''} = call.params
  const stack = world.stacks.get(id)
  const token = call.headers['x-auth-token'] ?? call.query.get('token') ?? ''
  const target =
    stack && world.resources.find({stackId: stack.id, name: call.params.resource ?? '', isCurrent: true})[0]
  const isOwn = target !== undefined && token !== '' && target.data.token === token
  const caller = isOwn
    ? undefined
    : world.cloud.service('identity')?.authenticate?.(token, {...call, service: 'orchestration'})
  if (!isOwn && caller === undefined)
    throw new SandboxFailure(401, 'The request you have made requires authentication.')
  if (!isOwn && caller?.projectId !== project)
    throw new SandboxFailure(403, 'Access was denied to this resource.', {type: 'HTTPForbidden'})
  if (!stack || stack.projectId !== project || stack.name !== name || stack.deletedAt !== null)
    throw entityNotFound('Stack', name)
  const record = findResource(context, stack, call)
  const view = await context.views.load(stack)
  const type = view.typeOf(record.name)
  if (!type.signal) throw signalNotSupported('signal is not supported for resource.')
  const {reason, action = 'COMPLETE'} = type.signal(view.handle(record), call.body, (reference) => {
    const found = world.resources.find({stackId: stack.id, physicalId: reference, isCurrent: true})[0]
    return found && view.handle(found)
  })
  if (reason !== undefined) addResourceEvent(world, findResource(context, stack, call), `SIGNAL_${action}`, reason)
  world.signals.emit(record.id)
  return {body: null}
}
