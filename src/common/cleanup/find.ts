import {pathSegment} from '#cloud/path'
import type {Session} from '#cloud/types'
import {findContainers} from '#common/cleanup/containers'
import {firstKinds, LAST} from '#common/cleanup/kinds'
import {findNetworks} from '#common/cleanup/networks'
import {isOwned} from '#common/cleanup/owned'
import {findServerGroups} from '#common/cleanup/server-groups'
import type {CleanupItem, CleanupKind, Filter} from '#common/cleanup/types'
import {findVpns} from '#common/cleanup/vpns'
import {ifOffered} from '#common/offered'
import {isFailure} from '#errors'
import {asText, type JsonObject} from '#json'

export interface Search {
  session: Session
  projectId: string
  filter: Filter
  /** Whether the filter keeps anything at all. */
  filtered: boolean
  skipped: ReadonlySet<string>
}

export interface Findings {
  /** In the order in which they can go. */
  items: CleanupItem[]
  /** What could not be listed, and why. */
  failures: string[]
}

/** What of a project is to go. A service that is not in the catalog has nothing; one that fails does not stop the others. */
export async function findCleanupItems(search: Search): Promise<Findings> {
  const failures: string[] = []
  const attempt = async (service: string, find: () => Promise<CleanupItem[]>): Promise<CleanupItem[]> => {
    try {
      return (await ifOffered(find)) ?? []
    } catch (error) {
      if (!isFailure(error)) throw error
      failures.push(`${service}: ${error.message}`)
      return []
    }
  }
  const listed = (kinds: readonly CleanupKind[]) =>
    Promise.all(kinds.map((kind) => attempt(kind.name, () => ofKind(kind, search))))
  const {session, filter, skipped} = search
  const first = (await listed(firstKinds())).flat()
  const leaving = new Set(first.map(({id}) => id))
  const [groups, vpns, networks, containers, last] = await Promise.all([
    attempt('compute', () => findServerGroups({...search, leaving})),
    attempt('network', () => findVpns(search)),
    attempt('network', () => findNetworks({...search, leaving})),
    attempt('object_store', () => findContainers(session, filter, skipped)),
    listed(LAST),
  ])
  return {items: [...first, ...groups, ...vpns, ...networks, ...containers, ...last.flat()], failures}
}

async function ofKind(kind: CleanupKind, {session, projectId, filter, skipped}: Search): Promise<CleanupItem[]> {
  if (skipped.has(kind.name)) return []
  const {name, type, service, path, key, only, created = 'created_at', updated = 'updated_at', label = 'name'} = kind
  const {member = `${path}/{id}`, status = 'status', reason = 'status_reason'} = kind
  const {removal = {method: 'DELETE', path: member}} = kind
  const query = kind.query && filled(kind.query, projectId)
  const found: CleanupItem[] = []
  for await (const record of session.list(service, path, key, {query})) {
    const counts = only === undefined || asText(record[only]) !== undefined
    if (!counts || !isOwned(record, projectId) || !filter(record[created], record[updated])) continue
    found.push({
      kind: name,
      type,
      id: asText(record.id) ?? '',
      name: asText(record[label]) ?? '',
      service,
      removal: () => ({...removal, path: pathOf(removal.path, record, type)}),
      watch: kind.waits ? {path: () => pathOf(member, record, type), status, reason} : undefined,
    })
  }
  return found
}

const filled = (query: Readonly<Record<string, string>>, projectId: string) =>
  Object.fromEntries(Object.entries(query).map(([key, value]) => [key, value.replaceAll('{project}', projectId)]))

const pathOf = (template: string, record: JsonObject, type: string): string =>
  template.replace(/\{(\w+)\}/g, (_, key: string) => pathSegment(asText(record[key]) ?? '', type))
