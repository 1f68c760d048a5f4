import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'

/** Formats each event as a line; remembers earlier events to name the resources of nested stacks. */
export type EventLog = (events: readonly JsonObject[]) => string[]

/**
 * The log of a stack's events: `2026-11-24 05:44:10Z [web.server]: CREATE_COMPLETE  state changed`. Events name only
 * their own resource; the path to it through nested stacks is derived from earlier events. Use one log for all events of a stack.
 */
export function createEventLog(): EventLog {
  const origins = new Map<string, Origin>()
  return (events) => events.map((event) => line(event, resourcePath(event, origins)))
}

/** The resource and stack that created a nested stack; stored by the nested stack's ID and by its name. */
interface Origin {
  stack: string
  resource: string
}

function line(event: JsonObject, path: string): string {
  const text = (key: string): string => (event[key] === undefined ? '' : (asText(event[key]) ?? 'None'))
  return `${text('event_time').replaceAll('T', ' ')} [${path}]: ${text('resource_status')}  ${text('resource_status_reason')}`
}

function resourcePath(event: JsonObject, origins: Map<string, Origin>): string {
  const resource = asText(event.resource_name) ?? ''
  const stack = stackOf(event)
  if (!stack) return resource
  const physical = asText(event.physical_resource_id)
  const isStack = stack === physical
  if (isStack) origins.set(stack, {stack, resource})
  else if (physical && event.resource_status === 'CREATE_IN_PROGRESS') origins.set(physical, {stack, resource})
  const above = resourcesAbove(stack, origins)
  return [...above, ...(resource && !isStack ? [resource] : [])].join('.')
}

/** The resources that lead to a stack. Its name is omitted if the resource that created it is known. */
function resourcesAbove(stack: string, origins: Map<string, Origin>): string[] {
  const path: string[] = []
  const visited = new Set<string>()
  for (let next: string | undefined = stack; next !== undefined && !visited.has(next); ) {
    visited.add(next)
    const origin = origins.get(next)
    const parent = origin && origins.get(origin.resource)
    if (parent) path.unshift(parent.resource)
    else if (origin?.resource) path.unshift(origin.resource)
    next = parent?.stack
  }
  return path
}

function stackOf(event: JsonObject): string | undefined {
  const given = asText(event.stack_id)
  if (given !== undefined) return given
  const link = asArray(event.links)
    .map(asObject)
    .find(({rel}) => rel === 'stack')
  return asText(link?.href)?.split('/').at(-1)
}
