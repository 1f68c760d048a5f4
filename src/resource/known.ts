import {defineResource} from '#resource/resource'

// What commands of several plugins look up by name.

// https://docs.openstack.org/api-ref/identity/v3/
const identity = {service: 'identity', caseless: true} as const
/** Domains. */
export const Domain = defineResource({
  ...identity,
  noun: 'domain',
  path: '/domains',
  member: 'domain',
  collection: 'domains',
  // `default` is the ID of the domain named `Default`.
  by: 'id-then-name',
})
/** Projects. */
export const Project = defineResource({
  ...identity,
  noun: 'project',
  path: '/projects',
  member: 'project',
  collection: 'projects',
})
/** Users. */
export const User = defineResource({...identity, noun: 'user', path: '/users', member: 'user', collection: 'users'})

// https://docs.openstack.org/api-ref/image/v2/
/** Images. */
export const Image = defineResource({
  noun: 'image',
  service: 'image',
  path: '/images',
  collection: 'images',
})

// https://docs.openstack.org/api-ref/block-storage/v3/
const volume = {service: 'block-storage'} as const
/** Volumes. */
export const Volume = defineResource({
  ...volume,
  noun: 'volume',
  path: '/volumes',
  member: 'volume',
  collection: 'volumes',
})
/** Volume snapshots. */
export const VolumeSnapshot = defineResource({
  ...volume,
  noun: 'volume snapshot',
  path: '/snapshots',
  member: 'snapshot',
  collection: 'snapshots',
})

// https://docs.openstack.org/api-ref/network/v2/
const network = {service: 'network', updateMethod: 'PUT'} as const
/** Networks. */
export const Network = defineResource({
  ...network,
  noun: 'network',
  path: '/networks',
  member: 'network',
  collection: 'networks',
})
/** Subnets. */
export const Subnet = defineResource({
  ...network,
  noun: 'subnet',
  path: '/subnets',
  member: 'subnet',
  collection: 'subnets',
})
/** Ports. */
export const Port = defineResource({...network, noun: 'port', path: '/ports', member: 'port', collection: 'ports'})
/** Routers. */
export const Router = defineResource({
  ...network,
  noun: 'router',
  path: '/routers',
  member: 'router',
  collection: 'routers',
})
/** Security groups. */
export const SecurityGroup = defineResource({
  ...network,
  noun: 'security group',
  path: '/security-groups',
  member: 'security_group',
  collection: 'security_groups',
})

// https://docs.openstack.org/api-ref/compute/
/** Servers. */
export const Server = defineResource({
  noun: 'server',
  service: 'compute',
  path: '/servers',
  listPath: '/servers/detail',
  member: 'server',
  collection: 'servers',
  updateMethod: 'PUT',
  newest: '2.100',
})
