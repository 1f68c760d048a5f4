import {pathSegment} from '#cloud/path'
import type {Session} from '#cloud/types'
import {findContainers} from '#common/cleanup/containers'
import {FIRST, LAST} from '#common/cleanup/kinds'
import {findNetworks} from '#common/cleanup/networks'
import {isOwned} from '#common/cleanup/owned'
import type {Doomed, Filter, Kind, Removal} from '#common/cleanup/types'
import {ifOffered} from '#common/offered'
import {InterruptedError, OscError} from '#errors'
import {asText} from '#json'

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
  doomed: Doomed[]
  /** What could not be listed, and why. */
  failures: string[]
}

/** What of a project is to go. A service that is not in the catalog has nothing; one that fails does not stop the others. */
export async function findDoomed(search: Search): Promise<Findings> {
  const failures: string[] = []
  const attempt = async (service: string, find: () => Promise<Doomed[]>): Promise<Doomed[]> => {
    try {
      return (await ifOffered(find)) ?? []
    } catch (error) {
      if (!(error instanceof OscError) || error instanceof InterruptedError) throw error
      failures.push(`${service}: ${error.message}`)
      return []
    }
  }
  const listed = (kinds: readonly Kind[]) =>
    Promise.all(kinds.map((kind) => attempt(kind.name, () => ofKind(kind, search))))
  const {session, filter, skipped} = search
  const first = (await listed(FIRST)).flat()
  const leaving = new Set(first.map(({id}) => id))
  const [networks, containers, last] = await Promise.all([
    attempt('network', () => findNetworks({...search, leaving})),
    attempt('object_store', () => findContainers(session, filter, skipped)),
    listed(LAST),
  ])
  return {doomed: [...first, ...networks, ...containers, ...last.flat()], failures}
}

async function ofKind(kind: Kind, {session, projectId, filter, skipped}: Search): Promise<Doomed[]> {
  if (skipped.has(kind.name)) return []
  const {service, path, key, query, only, created, updated} = kind
  const found: Doomed[] = []
  for await (const record of session.list(service, path, key, {query: query?.(projectId)})) {
    if (!isOwned(record, projectId) || (only && !only(record)) || !filter(record[created], record[updated])) continue
    const id = asText(record.id) ?? ''
    const member = () => kind.member?.(record) ?? `${path}/${pathSegment(id, kind.type)}`
    const name = asText(record.name) ?? asText(record.stack_name) ?? ''
    const removal = (): Removal => kind.removal?.(record) ?? {method: 'DELETE', path: member()}
    found.push({kind: kind.name, type: kind.type, id, name, service, removal, watch: kind.waits && member})
  }
  return found
}
