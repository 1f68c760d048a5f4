import {asText, HttpError, type JsonObject, type Session} from '@osc-cli/core'
import {linkOf} from '#events'
import {stackPath} from '#stack-path'

/** A failed resource that holds no other: where the trouble is. */
export interface Failure {
  /** The way to it: `stack.resource.nested resource`. */
  path: string
  resource: JsonObject
}

/** The failed resources of a stack, deepest only: a failed nested stack counts itself only when nothing in it failed. */
export async function failuresOf(session: Session, stack: string, path: readonly string[]): Promise<Failure[]> {
  const resources = session.list('orchestration', `${stackPath(stack)}/resources`, 'resources', {singlePage: true})
  const failed: JsonObject[] = []
  for await (const resource of resources)
    if (asText(resource.resource_status)?.endsWith('FAILED')) failed.push(resource)
  const found = await Promise.all(failed.map((resource) => deepest(session, resource, path)))
  return found.flat()
}

async function deepest(session: Session, resource: JsonObject, above: readonly string[]): Promise<Failure[]> {
  const path = [...above, asText(resource.resource_name) ?? '?']
  const nested = linkOf(resource, 'nested') === undefined ? undefined : asText(resource.physical_resource_id)
  const inside = nested ? await ignoringMissing(failuresOf(session, nested, path)) : []
  return inside.length > 0 ? inside : [{path: path.join('.'), resource}]
}

/** A resource may have failed before its stack was made. */
async function ignoringMissing(failures: Promise<Failure[]>): Promise<Failure[]> {
  try {
    return await failures
  } catch (error) {
    if (error instanceof HttpError && error.failure.status === 404) return []
    throw error
  }
}
