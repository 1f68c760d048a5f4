import {SERVER_GROUP} from '#common/cleanup/server-groups'
import type {CleanupKind} from '#common/cleanup/types'
import {VPN_KINDS} from '#common/cleanup/vpns'
import {pluginData} from '#plugins/data'

const times = {created: 'created_at', updated: 'updated_at'}

/** Deleted before networks, in this order, after the kinds of plugins: a server releases its volumes and ports. */
const FIRST: readonly CleanupKind[] = [
  // https://docs.openstack.org/api-ref/compute/#list-servers-detailed
  {
    name: 'compute.server',
    service: 'compute',
    type: 'Server',
    path: '/servers/detail',
    key: 'servers',
    created: 'created',
    updated: 'updated',
    member: '/servers/{id}',
    waits: true,
  },
  // https://docs.openstack.org/api-ref/load-balancer/v2/#list-load-balancers
  {
    name: 'load_balancer.load_balancer',
    service: 'load-balancer',
    type: 'LoadBalancer',
    path: '/lbaas/loadbalancers',
    key: 'loadbalancers',
    query: {project_id: '{project}'},
    ...times,
    removal: {method: 'DELETE', path: '/lbaas/loadbalancers/{id}?cascade=true'},
    waits: true,
    status: 'provisioning_status',
  },
  // https://docs.openstack.org/api-ref/dns/#list-zones
  {name: 'dns.zone', service: 'dns', type: 'Zone', path: '/zones', key: 'zones', ...times},
  {
    name: 'dns.floating_ip',
    service: 'dns',
    type: 'FloatingIP',
    path: '/reverse/floatingips',
    key: 'floatingips',
    ...times,
    only: 'ptrdname',
    removal: {method: 'PATCH', path: '/reverse/floatingips/{id}', body: {ptrdname: null}},
  },
  // https://docs.openstack.org/api-ref/block-storage/v3/
  volumeKind('backup', 'Backup', true),
  volumeKind('snapshot', 'Snapshot', true),
  volumeKind('volume', 'Volume'),
]

/** Deleted last. https://docs.openstack.org/api-ref/image/v2/#list-images */
export const LAST: readonly CleanupKind[] = [
  {
    name: 'image.image',
    service: 'image',
    type: 'Image',
    path: '/images',
    key: 'images',
    query: {owner: '{project}'},
    ...times,
  },
]

/** Kinds with rules of their own: server-groups.ts, vpns.ts, networks.ts, containers.ts. */
export const NETWORK_KINDS = [
  'network.floating_ip',
  'network.security_group',
  'network.network',
  'network.subnet',
  'network.port',
  'network.router',
] as const
export const CONTAINER_KINDS = ['object_store.container', 'object_store.object'] as const

/** What is deleted before networks: the kinds of plugins first, because a stack deletes what it created. */
export const firstKinds = (): readonly CleanupKind[] => [...pluginData().cleanup, ...FIRST]

export const kindNames = (): string[] => [
  ...firstKinds().map(({name}) => name),
  SERVER_GROUP,
  ...VPN_KINDS,
  ...NETWORK_KINDS,
  ...CONTAINER_KINDS,
  ...LAST.map(({name}) => name),
]

function volumeKind(resource: string, type: string, waits = false): CleanupKind {
  return {
    name: `block_storage.${resource}`,
    service: 'block-storage',
    type,
    path: `/${resource}s/detail`,
    key: `${resource}s`,
    ...times,
    member: `/${resource}s/{id}`,
    waits,
  }
}
