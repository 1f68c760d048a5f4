import {type Call, type Documents, type RestRecords, restRecords, type SandboxCloud} from '@osc-cli/core/sandbox'
import {qosCollection} from '#sandbox/qos'
import {snapshotCollection} from '#sandbox/snapshots'
import {transferCollection} from '#sandbox/transfers'
import {typeCollection} from '#sandbox/types'
import {volumeCollection} from '#sandbox/volumes'

/** The collections of the sandbox's Cinder, which refer to each other. */
export interface Cinder {
  cloud: SandboxCloud
  types: RestRecords
  volumes: RestRecords
  snapshots: RestRecords
  qos: RestRecords
  transfers: RestRecords
  services: Documents
}

export function openCinder(cloud: SandboxCloud): Cinder {
  const cinder = {cloud} as Cinder
  cinder.types = restRecords(cloud, 'volume/types', typeCollection())
  cinder.volumes = restRecords(cloud, 'volume/volumes', volumeCollection(cinder))
  cinder.snapshots = restRecords(cloud, 'volume/snapshots', snapshotCollection(cinder))
  cinder.qos = restRecords(cloud, 'volume/qos', qosCollection())
  cinder.transfers = restRecords(cloud, 'volume/transfers', transferCollection(cinder))
  cinder.services = cloud.store.collection('volume/services')
  if (cinder.types.find().length === 0)
    cinder.types.put({
      id: cloud.newId(),
      name: '__DEFAULT__',
      description: 'Default Volume Type',
      is_public: true,
      extra_specs: {},
    })
  for (const [binary, host] of PROCESSES) {
    const id = `${binary}@${host}`
    if (!cinder.services.get(id))
      cinder.services.put(id, {id, binary, host, zone: 'nova', status: 'enabled', state: 'up', disabled_reason: null})
  }
  return cinder
}

export const isAdmin = ({caller}: Call): boolean => caller.roles.includes('admin')

const PROCESSES = [
  ['cinder-scheduler', 'sandbox'],
  ['cinder-volume', 'sandbox@lvm'],
] as const
