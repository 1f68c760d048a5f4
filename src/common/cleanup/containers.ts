import {objectPath, pathSegment} from '#cloud/path'
import type {Session} from '#cloud/types'
import type {CleanupItem, Filter} from '#common/cleanup/types'
import {asText, type JsonObject} from '#json'
import {inOrder} from '#rows/in-order'

// Swift's lists are bare and are continued by name. https://docs.openstack.org/api-ref/object-store/
const PAGES = {query: {format: 'json'}, pageSize: 10_000, markerKey: 'name'}

/**
 * The objects of all containers that may go, and the containers that are empty then. Swift knows one time of each. To keep
 * containers is to keep what is in them, so that skipping one kind skips both.
 */
export async function findContainers(
  session: Session,
  filter: Filter,
  skipped: ReadonlySet<string>,
): Promise<CleanupItem[]> {
  const [containerKind, objectKind] = ['object_store.container', 'object_store.object']
  if (skipped.has(containerKind) || skipped.has(objectKind)) return []
  const passes = ({last_modified: time}: JsonObject) => filter(time, time)
  const containers = session.list('object-store', '', '', PAGES)
  const found = inOrder(containers, async (container) => {
    const path = `/${pathSegment(asText(container.name) ?? '', 'container')}`
    const objects = await Array.fromAsync(session.list('object-store', path, '', PAGES))
    const going = objects.filter(passes)
    const empty = going.length === objects.length && passes(container)
    return [
      ...going.map(({name}) =>
        cleanupItem(objectKind, 'Object', name, () => `${path}/${objectPath(asText(name) ?? '')}`),
      ),
      ...(empty ? [cleanupItem(containerKind, 'Container', container.name, () => path)] : []),
    ]
  })
  const all = (await Array.fromAsync(found)).flat()
  return [...all.filter(({kind}) => kind === objectKind), ...all.filter(({kind}) => kind === containerKind)]
}

function cleanupItem(kind: string, type: string, value: unknown, path: () => string): CleanupItem {
  const name = asText(value) ?? ''
  return {kind, type, id: name, name, service: 'object-store', removal: () => ({method: 'DELETE', path: path()})}
}
