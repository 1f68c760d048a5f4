import {pathSegment} from '#cloud/path'
import type {Session} from '#cloud/types'
import {isOwned} from '#common/cleanup/owned'
import type {CleanupItem, Filter, Removal} from '#common/cleanup/types'
import {asArray, asText} from '#json'

/** The kind of server groups, as --skip-resource names it. */
export const SERVER_GROUP = 'compute.server_group'

interface Wanted {
  session: Session
  projectId: string
  filter: Filter
  skipped: ReadonlySet<string>
  /** IDs of the servers that go. */
  leaving: ReadonlySet<string>
}

/** The server groups whose members all go. They have no times. https://docs.openstack.org/api-ref/compute/#list-server-groups */
export async function findServerGroups({session, projectId, filter, skipped, leaving}: Wanted): Promise<CleanupItem[]> {
  if (skipped.has(SERVER_GROUP) || skipped.has('compute.server') || !filter(undefined, undefined)) return []
  const groups = await Array.fromAsync(session.list('compute', '/os-server-groups', 'server_groups'))
  return groups
    .filter((group) => isOwned(group, projectId) && asArray(group.members).every((id) => leaving.has(asText(id) ?? '')))
    .map((group): CleanupItem => {
      const [id, type] = [asText(group.id) ?? '', 'ServerGroup']
      const path = () => `/os-server-groups/${pathSegment(id, type)}`
      const removal = (): Removal => ({method: 'DELETE', path: path()})
      return {kind: SERVER_GROUP, type, id, name: asText(group.name) ?? '', service: 'compute', removal}
    })
}
