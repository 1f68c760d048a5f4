import {pathSegment} from '#cloud/path'
import type {Kind} from '#common/cleanup/types'
import {asText} from '#json'

const times = {created: 'created_at', updated: 'updated_at'}

/** Goes before networks, in this order: a stack takes what it made with it, a server lets go of its volumes and ports. */
export const FIRST: readonly Kind[] = [
  // https://docs.openstack.org/api-ref/orchestration/v1/#list-stacks
  {
    name: 'orchestration.stack',
    service: 'orchestration',
    type: 'Stack',
    path: '/stacks',
    key: 'stacks',
    created: 'creation_time',
    updated: 'updated_time',
    member: ({stack_name: name, id}) => `/stacks/${encode(name)}/${encode(id)}`,
    waits: true,
  },
  // https://docs.openstack.org/api-ref/compute/#list-servers-detailed
  {
    name: 'compute.server',
    service: 'compute',
    type: 'Server',
    path: '/servers/detail',
    key: 'servers',
    created: 'created',
    updated: 'updated',
    member: ({id}) => `/servers/${encode(id)}`,
    waits: true,
  },
  // https://docs.openstack.org/api-ref/load-balancer/v2/#list-load-balancers
  {
    name: 'load_balancer.load_balancer',
    service: 'load-balancer',
    type: 'LoadBalancer',
    path: '/lbaas/loadbalancers',
    key: 'loadbalancers',
    query: (project) => ({project_id: project}),
    ...times,
    removal: ({id}) => ({method: 'DELETE', path: `/lbaas/loadbalancers/${encode(id)}?cascade=true`}),
    waits: true,
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
    only: ({ptrdname}) => asText(ptrdname) !== undefined,
    removal: ({id}) => ({method: 'PATCH', path: `/reverse/floatingips/${encode(id)}`, body: {ptrdname: null}}),
  },
  // https://docs.openstack.org/api-ref/block-storage/v3/
  volumeKind('backup', 'Backup', true),
  volumeKind('snapshot', 'Snapshot', true),
  volumeKind('volume', 'Volume'),
]

/** Goes last. https://docs.openstack.org/api-ref/image/v2/#list-images */
export const LAST: readonly Kind[] = [
  {
    name: 'image.image',
    service: 'image',
    type: 'Image',
    path: '/images',
    key: 'images',
    query: (project) => ({owner: project}),
    ...times,
  },
]

/** What goes by rules of its own: networks.ts, containers.ts. */
export const NETWORK_KINDS = [
  'network.floating_ip',
  'network.security_group',
  'network.network',
  'network.subnet',
  'network.port',
  'network.router',
] as const
export const CONTAINER_KINDS = ['object_store.container', 'object_store.object'] as const

export const kindNames = (): string[] => [
  ...FIRST.map(({name}) => name),
  ...NETWORK_KINDS,
  ...CONTAINER_KINDS,
  ...LAST.map(({name}) => name),
]

function volumeKind(resource: string, type: string, waits = false): Kind {
  return {
    name: `block_storage.${resource}`,
    service: 'block-storage',
    type,
    path: `/${resource}s/detail`,
    key: `${resource}s`,
    ...times,
    member: ({id}) => `/${resource}s/${encode(id)}`,
    ...(waits && {waits}),
  }
}

const encode = (value: unknown): string => pathSegment(asText(value) ?? '')
