import {asArray, asObject, asText, type JsonObject, type Query, type Session} from '@osc-cli/core'
import {resourcePath, stackPath} from '#stack-path'

/** Which events of a stack: query keys of GET /stacks/{name}/{id}/events. */
export interface EventQuery {
  /** Only events of this resource. */
  resource?: string | undefined
  /** Only events after this one. */
  marker?: string | undefined
  limit?: number | undefined
  nestedDepth?: number | undefined
  filters?: Readonly<Record<string, string | string[]>>
  sortKeys?: readonly string[] | undefined
  sortDir?: 'asc' | 'desc' | undefined
}

/** A stack's events, oldest first by default, each with the `stack_name` of its stack. */
export async function* stackEvents(
  session: Session,
  stack: string,
  wanted: EventQuery = {},
): AsyncGenerator<JsonObject> {
  const {resource, marker, limit, nestedDepth, filters, sortKeys, sortDir = 'asc'} = wanted
  const owner = resource === undefined ? stackPath(stack) : await resourcePath(session, stack, resource)
  const query: Query = {
    ...filters,
    marker,
    limit,
    nested_depth: nestedDepth || undefined,
    sort_keys: sortKeys,
    sort_dir: sortDir,
  }
  const events = session.list('orchestration', `${owner}/events`, 'events', {query, singlePage: true})
  for await (const event of events) yield {...event, stack_name: linkedStack(event) ?? stack.split('/')[0]}
}

/**
 * Reads the events since its last call, at first those after `wanted.marker`. Heat ignores a marker that it has purged and
 * returns everything again, so the IDs of events that were read count too.
 */
export function eventReader(session: Session, stack: string, wanted: EventQuery = {}): () => Promise<JsonObject[]> {
  const read = new Set(wanted.marker === undefined ? [] : [wanted.marker])
  let {marker} = wanted
  return async () => {
    const events = await Array.fromAsync(stackEvents(session, stack, {...wanted, marker}))
    marker = asText(events.at(-1)?.id) ?? marker
    return events.filter(({id}) => {
      const isNew = !read.has(String(id))
      read.add(String(id))
      return isNew
    })
  }
}

/** The newest event's ID: the marker for later events. */
export async function lastEventId(session: Session, stack: string): Promise<string | undefined> {
  for await (const event of stackEvents(session, stack, {sortDir: 'desc', limit: 1})) return asText(event.id)
  return undefined
}

/** The name in the link to the event's stack; for events of nested stacks it differs from the requested one. */
function linkedStack(event: JsonObject): string | undefined {
  return linkOf(event, 'stack')?.split('/stacks/', 2)[1]?.split('/')[0]
}

export function linkOf(record: JsonObject, rel: string): string | undefined {
  const link = asArray(record.links)
    .map(asObject)
    .find((candidate) => candidate.rel === rel)
  return asText(link?.href)
}
