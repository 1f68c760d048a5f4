import {asText, HttpError, type JsonObject, limiter, type Session} from '@osc-cli/core'
import {linkOf} from '#events'
import {stackPath} from '#stack-path'

/** What a command asks Heat for at once. */
export const REQUESTS_AT_ONCE = 10

/** A failed resource that contains no failed resources itself: the root of the failure. */
export interface Failure {
  /** The path to it: `stack.resource.nested resource`. */
  path: string
  resource: JsonObject
}

/** Heat's own limit is 5 by default (max_nested_stack_depth); clouds may raise it. */
const MAX_DEPTH = 20

/**
 * The failed resources of a stack, deepest only: a failed nested stack is listed only when nothing in it failed. Each
 * stack is read once, so nested stacks that refer to each other cannot make this endless.
 */
export async function failuresOf(session: Session, stack: string, name: string): Promise<Failure[]> {
  const limited = limiter(REQUESTS_AT_ONCE)
  const visited = new Set<string>()

  async function failuresIn(id: string, path: readonly string[]): Promise<Failure[]> {
    if (visited.has(id) || path.length > MAX_DEPTH) return []
    visited.add(id)
    const resources = await limited(() => failedResources(session, id))
    const failures = await Promise.all(resources.map((resource) => deepest(resource, path)))
    return failures.flat()
  }

  async function deepest(resource: JsonObject, parents: readonly string[]): Promise<Failure[]> {
    const path = [...parents, asText(resource.resource_name) ?? '?']
    const nested = linkOf(resource, 'nested') === undefined ? undefined : asText(resource.physical_resource_id)
    const inside = nested === undefined ? [] : await failuresIn(nested, path)
    return inside.length > 0 ? inside : [{path: path.join('.'), resource}]
  }

  return await failuresIn(stack, [name])
}

/** None for a stack that does not exist: a resource may fail before its nested stack is created. */
async function failedResources(session: Session, stack: string): Promise<JsonObject[]> {
  const failed: JsonObject[] = []
  const resources = session.list('orchestration', `${stackPath(stack)}/resources`, 'resources', {singlePage: true})
  try {
    for await (const resource of resources)
      if (asText(resource.resource_status)?.endsWith('FAILED')) failed.push(resource)
    return failed
  } catch (error) {
    if (HttpError.is(error, 404)) return []
    throw error
  }
}
