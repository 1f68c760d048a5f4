import {pathSegment} from '#cloud/path'
import type {Session} from '#cloud/types'
import {isOwned} from '#common/cleanup/owned'
import type {CleanupItem, Filter, Removal} from '#common/cleanup/types'
import {asArray, asText, type JsonObject} from '#json'

interface Wanted {
  session: Session
  projectId: string
  filter: Filter
  /** Whether a time was given: what is in use by something that stays then stays too. */
  filtered: boolean
  skipped: ReadonlySet<string>
  /** IDs of what goes before networks. */
  leaving: ReadonlySet<string>
}

const ROUTER_PORTS = [
  'network:router_interface',
  'network:router_interface_distributed',
  'network:ha_router_replicated_interface',
]

/**
 * What goes of a project's networks, in order: floating IPs; then each network on whose ports nothing is that stays,
 * with its routers' interfaces, routers, free ports and subnets; routers without any port; security groups.
 */
export async function findNetworks(wanted: Wanted): Promise<CleanupItem[]> {
  const {session, projectId, filter, filtered, skipped, leaving} = wanted
  const list = async (key: string) => {
    const path = `/${key.replaceAll('_', '-')}`
    // All ports that one may see: what others have on a network keeps it.
    const query = key === 'ports' ? {} : {project_id: projectId}
    const all = await Array.fromAsync(session.list('network', path, key, {query}))
    return key === 'ports' ? all : all.filter((record) => isOwned(record, projectId))
  }
  const names = ['floatingips', 'security_groups', 'networks', 'ports', 'subnets', 'routers'] as const
  const lists = await Promise.all(names.map(list))
  const [addresses = [], groups = [], networks = [], ports = [], subnets = [], routers = []] = lists
  const passes = ({created_at: created, updated_at: updated}: JsonObject) => filter(created, updated)

  const free = (address: JsonObject) => asText(address.port_id) === undefined
  const loose = addresses.filter((address) => passes(address) && (!filtered || free(address)))
  const ownRouters = new Set(routers.map(({id}) => id))
  const leaves = (port: JsonObject) => {
    if (isRouterPort(port)) return ownRouters.has(port.device_id)
    if (isFree(port)) return isOwned(port, projectId)
    // In an external network of the project: they have no project, and go with what they belong to.
    if (port.device_owner === 'network:router_gateway') return ownRouters.has(port.device_id)
    if (port.device_owner === 'network:floatingip') return loose.some(({id}) => id === port.device_id)
    return port.device_owner === 'network:dhcp' || leaving.has(asText(port.device_id) ?? '')
  }
  // They go together or not at all.
  const whole = !['network', 'subnet', 'port', 'router'].some((kind) => skipped.has(`network.${kind}`))
  const going = networks.filter((network) => {
    const own = ports.filter(({network_id: id}) => id === network.id)
    return whole && passes(network) && own.every(leaves)
  })
  const goes = ({network_id: id}: JsonObject) => going.some((network) => network.id === id)
  const interfaces = ports.filter((port) => goes(port) && isRouterPort(port))
  const unbound = ports.filter((port) => goes(port) && isFree(port))
  // A router that is left with an interface elsewhere stays, as one that never had any and is too young.
  // Its gateway goes with it: only administrators see that port.
  const staying = ports.filter((port) => isRouterPort(port) && !interfaces.includes(port))
  const kept = new Set(staying.map(({device_id: id}) => id))
  const emptied = new Set(interfaces.map(({device_id: id}) => id))
  const routed = new Set(routers.filter(({routes}) => asArray(routes).length > 0).map(({id}) => id))
  const leftRouters = routers.filter((router) => !kept.has(router.id) && (emptied.has(router.id) || passes(router)))
  const found = [
    ...loose.map((record) => cleanupItem('floating_ip', 'FloatingIP', record, 'floatingips')),
    ...interfaces.map((record) => ({
      ...cleanupItem('port', 'Port', record, 'ports'),
      // Neutron keeps an interface whose subnet has the next hop of a route.
      ...(routed.has(record.device_id) && {before: () => withoutRoutes(record)}),
      removal: () => withoutInterface(record),
    })),
    ...leftRouters.map((record) => cleanupItem('router', 'Router', record, 'routers')),
    ...unbound.map((record) => cleanupItem('port', 'Port', record, 'ports')),
    ...subnets.filter(goes).map((record) => cleanupItem('subnet', 'Subnet', record, 'subnets')),
    ...going.map((record) => cleanupItem('network', 'Network', record, 'networks')),
    ...groups
      .filter((record) => record.name !== 'default' && passes(record))
      .map((record) => cleanupItem('security_group', 'SecurityGroup', record, 'security-groups')),
  ]
  return found.filter(({kind}) => !skipped.has(kind))
}

const isRouterPort = ({device_owner: owner}: JsonObject) => ROUTER_PORTS.includes(asText(owner) ?? '')
const isFree = ({device_id: device, device_owner: owner}: JsonObject) =>
  (asText(device) ?? '') === '' && (asText(owner) ?? '') === ''

const withoutInterface = ({id, device_id: router}: JsonObject): Removal => ({
  method: 'PUT',
  path: `/routers/${pathSegment(asText(router) ?? '', 'router')}/remove_router_interface`,
  body: {port_id: id ?? null},
})

const withoutRoutes = ({device_id: router}: JsonObject): Removal => ({
  method: 'PUT',
  path: `/routers/${pathSegment(asText(router) ?? '', 'router')}`,
  body: {router: {routes: []}},
})

function cleanupItem(resource: string, type: string, record: JsonObject, collection: string): CleanupItem {
  const id = asText(record.id) ?? ''
  const name = asText(record.name) ?? asText(record.floating_ip_address) ?? ''
  const removal = (): Removal => ({method: 'DELETE', path: `/${collection}/${pathSegment(id, type)}`})
  return {kind: `network.${resource}`, type, id, name, service: 'network', removal}
}
