/** Plugins that provide every command of an API of the reference client. */
export const complete: Readonly<Record<string, readonly string[]>> = {
  core: ['openstack.common', 'openstack.cli'],
  identity: ['openstack.identity.v3'],
  workflow: ['openstack.workflow_engine.v2'],
  alarming: ['openstack.alarming.v2'],
  messaging: ['openstack.messaging.v2'],
  image: ['openstack.image.v2'],
  orchestration: ['openstack.orchestration.v1'],
  compute: ['openstack.compute.v2'],
  'object-store': ['openstack.object_store.v1'],
  volume: ['openstack.volume.v3'],
  network: [
    'openstack.network.v2',
    'openstack.network.v2.bgpvpn',
    'openstack.network.v2.dynamic_routing',
    'openstack.network.v2.fwaas',
    'openstack.network.v2.taas',
    'openstack.network.v2.vpnaas',
  ],
  tripleo: ['openstack.tripleoclient.v2'],
}
