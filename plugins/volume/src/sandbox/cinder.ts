import {
  badRequest,
  type Call,
  type Documents,
  type RestRecords,
  restRecords,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'
import {attachmentCollection} from '#sandbox/attachments'
import {backupCollection} from '#sandbox/backups'
import {cgSnapshotCollection, consistencyGroupCollection} from '#sandbox/consistency-groups'
import {groupCollection, groupSnapshotCollection, groupTypeCollection} from '#sandbox/groups'
import {messageCollection} from '#sandbox/messages'
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
  attachments: RestRecords
  backups: RestRecords
  groups: RestRecords
  groupSnapshots: RestRecords
  groupTypes: RestRecords
  consistencyGroups: RestRecords
  cgSnapshots: RestRecords
  messages: RestRecords
  services: Documents
}

export function openCinder(cloud: SandboxCloud): Cinder {
  const cinder = {cloud} as Cinder
  cinder.types = restRecords(cloud, 'volume/types', typeCollection(cinder))
  cinder.volumes = restRecords(cloud, 'volume/volumes', volumeCollection(cinder))
  cinder.snapshots = restRecords(cloud, 'volume/snapshots', snapshotCollection(cinder))
  cinder.qos = restRecords(cloud, 'volume/qos', qosCollection())
  cinder.transfers = restRecords(cloud, 'volume/transfers', transferCollection(cinder))
  cinder.attachments = restRecords(cloud, 'volume/attachments', attachmentCollection(cinder))
  cinder.backups = restRecords(cloud, 'volume/backups', backupCollection(cinder))
  cinder.groups = restRecords(cloud, 'volume/groups', groupCollection(cinder))
  cinder.groupSnapshots = restRecords(cloud, 'volume/group-snapshots', groupSnapshotCollection(cinder))
  cinder.groupTypes = restRecords(cloud, 'volume/group-types', groupTypeCollection())
  cinder.consistencyGroups = restRecords(cloud, 'volume/consistency-groups', consistencyGroupCollection(cinder))
  cinder.cgSnapshots = restRecords(cloud, 'volume/cg-snapshots', cgSnapshotCollection(cinder))
  cinder.messages = restRecords(cloud, 'volume/messages', messageCollection())
  cinder.services = cloud.store.collection('volume/services')
  if (cinder.types.find().length === 0)
    cinder.types.put({
      id: cloud.newId(),
      name: '__DEFAULT__',
      description: 'Default Volume Type',
      is_public: true,
      extra_specs: {},
    })
  if (cinder.groupTypes.find().length === 0)
    cinder.groupTypes.put({
      id: crypto.randomUUID(),
      name: 'default_cgsnapshot_type',
      description: 'Default group type for migrating cgsnapshot',
      is_public: true,
      group_specs: {consistent_group_snapshot_enabled: '<is> True'},
    })
  for (const [binary, host] of PROCESSES) {
    const id = `${binary}@${host}`
    if (!cinder.services.get(id))
      cinder.services.put(id, {id, binary, host, zone: 'nova', status: 'enabled', state: 'up', disabled_reason: null})
  }
  return cinder
}

export const isAdmin = ({caller}: Call): boolean => caller.roles.includes('admin')

export function requireAdmin(call: Call): void {
  if (!isAdmin(call)) throw badRequest('Only administrators are allowed to do this.')
}

const PROCESSES = [
  ['cinder-scheduler', 'sandbox'],
  ['cinder-volume', 'sandbox@lvm'],
] as const
