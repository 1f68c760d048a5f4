import {asText, ConflictError, type JsonObject, pathSegment, type Session} from '@osc-cli/core'
import {stackEvents} from '#events'
import {stackPath} from '#stack-path'
import type {Hook} from '#template/hooks'

/** The kind of hook that can be pending in a status. */
export function hookTypeOf(stack: string, status: string): Hook {
  const action = /^(CREATE|UPDATE|DELETE)_IN_PROGRESS$/.exec(status)?.[1]
  if (action) return `pre-${action.toLowerCase()}` as Hook
  throw new ConflictError(`Stack ${stack} has no pending hooks in state ${status}.`, {
    hint: 'Check for hooks while the stack is created, updated or deleted.',
    facts: {state: status},
  })
}

/** The events of hooks reached since the action started and not cleared yet; one for each resource. */
export async function pendingHooks(
  session: Session,
  stack: string,
  type: Hook,
  nestedDepth: number,
): Promise<JsonObject[]> {
  const action = type.replace('pre-', '').toUpperCase()
  const all = await Array.fromAsync(stackEvents(session, stack, {nestedDepth}))
  const reasonOf = (event: JsonObject) => asText(event.resource_status_reason)
  const begin = all.findLastIndex((event) => reasonOf(event) === `Stack ${action} started` && isOf(event, stack))
  const pending = new Map<string, JsonObject>()
  for (const event of all.slice(Math.max(0, begin))) {
    const place = `${asText(event.stack_name)} ${asText(event.resource_name)}`
    if (reasonOf(event) === `${action} paused until Hook ${type} is cleared`) pending.set(place, event)
    else if (reasonOf(event) === `Hook ${type} is cleared`) pending.delete(place)
  }
  return [...pending.values()]
}

/** Whether the event is about the stack itself, given by name or ID. */
const isOf = (event: JsonObject, stack: string) =>
  [asText(event.stack_name), asText(event.physical_resource_id)].includes(stack.split('/')[0])

/**
 * The resources that match a pattern such as `nested/an*\/web_?`, as paths below the endpoint. Every part except the
 * last names nested stacks.
 */
export async function resourcesLike(
  session: Session,
  stack: string,
  pattern: readonly string[],
): Promise<{name: string; path: string}[]> {
  const [first = '', ...below] = pattern
  const resources = await Array.fromAsync(
    session.list('orchestration', `${stackPath(stack)}/resources`, 'resources', {singlePage: true}),
  )
  const fitting = resources.filter((resource) => matchesPattern(asText(resource.resource_name) ?? '', first))
  const found = await Promise.all(
    fitting.map(async (resource) => {
      const name = asText(resource.resource_name) ?? ''
      const nested = asText(resource.physical_resource_id)
      if (below.length === 0)
        return [{name, path: selfPath(resource) ?? `${stackPath(stack)}/resources/${pathSegment(name)}`}]
      return nested ? await resourcesLike(session, nested, below) : []
    }),
  )
  return found.flat()
}

/** The resource's own link contains the stack's name and ID, which a signal needs. */
function selfPath(resource: JsonObject): string | undefined {
  const links = Array.isArray(resource.links) ? resource.links : []
  const href = links
    .map((link) => (typeof link === 'object' && link && 'rel' in link && link.rel === 'self' ? link.href : undefined))
    .find(Boolean)
  const path = asText(href)?.split('/stacks/', 2)[1]
  return path === undefined ? undefined : `/stacks/${path}`
}

/** The parts of a resource's path, without empty ones. */
export const hookParts = (path: string): string[] => path.split('/').filter(Boolean)

/** Whether a name matches a shell pattern (`*`, `?`, `[a-z]`, `[!a-z]`), case-sensitively. */
export function matchesPattern(name: string, pattern: string): boolean {
  const source = pattern.replace(/\[(!?)(\]?[^\]]*)\]|[\s\S]/g, (part, negated?: string, set?: string) => {
    if (set !== undefined) return `[${negated ? '^' : ''}${set.replace(/[\\\]^[]/g, '\\$&')}]`
    if (part === '*') return '[^]*'
    return part === '?' ? '[^]' : part.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')
  })
  return new RegExp(`^(?:${source})$`, 'u').test(name)
}
