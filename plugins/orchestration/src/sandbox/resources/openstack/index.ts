import {COMPUTE_TYPES} from '#sandbox/resources/openstack/compute'
import {NETWORK_TYPES} from '#sandbox/resources/openstack/network'
import {NETWORK_LINK_TYPES} from '#sandbox/resources/openstack/network-links'
import {QUOTA_TYPES} from '#sandbox/resources/openstack/quotas'
import {ServerResource} from '#sandbox/resources/openstack/server'
import {ContainerResource} from '#sandbox/resources/openstack/swift'
import {VOLUME_TYPES} from '#sandbox/resources/openstack/volume'
import type {ResourceType} from '#sandbox/resources/type'

/** The types that are resources of Nova, Neutron, Cinder and Swift, by name. */
export const OPENSTACK_TYPES: ReadonlyMap<string, ResourceType> = new Map(
  [
    ...COMPUTE_TYPES,
    ServerResource,
    ...NETWORK_TYPES,
    ...NETWORK_LINK_TYPES,
    ...VOLUME_TYPES,
    ...QUOTA_TYPES,
    ContainerResource,
  ].map((type) => [type.name, type]),
)
