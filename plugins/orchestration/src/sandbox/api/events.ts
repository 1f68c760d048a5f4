import type {JsonObject} from '@osc-cli/core'
import type {Answer, Call, Routes} from '@osc-cli/core/sandbox'
import {findStack} from '#sandbox/api/find-stack'
import {link, stackUrl} from '#sandbox/api/links'
import {integerQuery, listQuery, pageOf} from '#sandbox/api/query'
import type {Context} from '#sandbox/engine/context'
import type {EventRecord, StackRecord} from '#sandbox/engine/records'
import type {World} from '#sandbox/engine/world'
import {httpNotFound} from '#sandbox/failures'

const BASE = '/v1/:project/stacks/:name/:id'

export function eventRoutes(context: Context): Routes {
  return {
    [`GET ${BASE}/events`]: (call) => {
      const stack = findStack(context, call)
      return {body: {events: eventsJson(context.world, call, stack, undefined)}}
    },
    [`GET ${BASE}/resources/:resource/events`]: (call) => {
      const stack = findStack(context, call)
      const {resource = ''} = call.params
      const events = eventsJson(context.world, call, stack, resource)
      if (events.length === 0) throw httpNotFound(`No events found for resource ${resource}`)
      return {body: {events}}
    },
    [`GET ${BASE}/resources/:resource/events/:event`]: (call) => showEvent(context, call),
  }
}

type Placed = EventRecord & {owner: StackRecord}

function eventsJson(world: World, call: Call, stack: StackRecord, resource: string | undefined): JsonObject[] {
  const {query} = call
  const depth = integerQuery(query, 'nested_depth') ?? 0
  const owners = [stack, ...(depth > 0 ? below(world, stack, depth) : [])]
  const byStack = new Map(owners.map((owner) => [owner.id, owner]))
  const found = owners.length === 1 ? world.events.find({stackId: stack.id}) : world.events.find()
  const events = found.flatMap((event): Placed[] => {
    const owner = byStack.get(event.stackId)
    return owner && (resource === undefined || event.name === resource) ? [{...event, owner}] : []
  })
  const isWanted = filterOf(query)
  const page = pageOf(sorted(events.filter(isWanted), query), query)
  return page.map((event) => ({
    ...eventJson(call, event),
    links: [...eventLinks(call, event), ...(depth > 0 ? [link('root_stack', stackUrl(call, stack))] : [])],
  }))
}

/** The nested stacks of a stack, including deleted ones, whose events are listed too. */
function below(world: World, stack: StackRecord, depth: number): StackRecord[] {
  const children = world.stacks.find({parent: stack.id})
  return depth <= 0 ? [] : children.flatMap((child) => [child, ...below(world, child, depth - 1)])
}

const FILTERS: Readonly<Record<string, (event: EventRecord) => string>> = {
  resource_status: ({status}) => status,
  resource_action: ({status}) => status.split('_')[0] ?? '',
  resource_name: ({name}) => name,
  resource_type: ({type}) => type,
}

function filterOf(query: URLSearchParams): (event: EventRecord) => boolean {
  const filters = Object.entries(FILTERS).filter(([key]) => query.has(key))
  // A status is given alone (COMPLETE) or with its action (CREATE_COMPLETE).
  const matches = (value: string, wanted: readonly string[]) =>
    wanted.some((want) => value === want || value.endsWith(`_${want}`))
  return (event) => filters.every(([key, field]) => matches(field(event), query.getAll(key)))
}

/** The newest first. */
function sorted(events: Placed[], query: URLSearchParams): Placed[] {
  const isAscending = query.get('sort_dir') === 'asc'
  const keys = listQuery(query, 'sort_keys').flatMap((key) =>
    key === 'event_time' || key === 'created_at' ? ['time'] : key === 'resource_name' ? ['name'] : [],
  )
  const ordered = keys.includes('name')
    ? events.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    : events
  return isAscending ? ordered : ordered.toReversed()
}

function eventLinks(call: Call, {owner, name, id}: Placed): JsonObject[] {
  return [
    link('self', stackUrl(call, owner, 'resources', name, 'events', id)),
    link('resource', stackUrl(call, owner, 'resources', name)),
    link('stack', stackUrl(call, owner)),
  ]
}

function eventJson(call: Call, event: Placed): JsonObject {
  return {
    id: event.id,
    links: eventLinks(call, event),
    event_time: event.time,
    logical_resource_id: event.name,
    resource_name: event.name,
    physical_resource_id: event.physicalId,
    resource_status: event.status,
    resource_status_reason: event.reason,
  }
}

function showEvent(context: Context, call: Call): Answer {
  const stack = findStack(context, call)
  const {resource = '', event: id = ''} = call.params
  const event = context.world.events.get(id)
  if (!event || event.stackId !== stack.id || event.name !== resource) throw httpNotFound(`No event ${id} found`)
  const {type, properties} = event
  return {
    body: {event: {...eventJson(call, {...event, owner: stack}), resource_type: type, resource_properties: properties}},
  }
}
