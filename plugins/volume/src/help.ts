import type {PluginHelp} from '@osc-cli/core'

export default {
  about: 'Cinder manages volumes, their snapshots, and the types that determine where volumes are stored.',
  session: [
    {command: 'osc volume create --size 10 --wait data', description: 'Create a volume of 10 GB'},
    {command: 'osc volume snapshot create --volume data before-upgrade', description: 'Save its content'},
    {command: 'osc volume list', description: 'List volumes with their states'},
  ],
  nouns: {
    volume: {
      about: 'A block device that servers attach. It keeps its data when the server is deleted.',
      states: [
        {state: 'creating', about: 'Being created.', verbs: ['show']},
        {
          state: 'available',
          about: 'Ready and not attached.',
          verbs: ['snapshot create', 'backup create', 'transfer request create', 'set', 'migrate', 'revert', 'delete'],
        },
        {
          state: 'reserved',
          about: 'Reserved for a server that is about to attach it.',
          verbs: ['attachment list', 'show'],
        },
        {state: 'attaching', about: 'Being attached to a server.', verbs: ['attachment list', 'show']},
        {
          state: 'in-use',
          about: 'Attached to a server: detach it with `server remove volume` before you delete it.',
          verbs: ['snapshot create', 'backup create', 'set', 'migrate', 'attachment list'],
        },
        {state: 'detaching', about: 'Being detached from a server.', verbs: ['attachment list', 'show']},
        {state: 'maintenance', about: 'Locked while it is migrated.', verbs: ['show']},
        {state: 'extending', about: 'Being extended.', verbs: ['show']},
        {state: 'retyping', about: 'Its type is being changed.', verbs: ['show']},
        {state: 'reverting', about: 'Being reverted to a snapshot.', verbs: ['show']},
        {state: 'downloading', about: 'Being created from an image.', verbs: ['show']},
        {state: 'uploading', about: 'Being copied to an image.', verbs: ['show']},
        {state: 'backing-up', about: 'Being backed up.', verbs: ['backup list', 'show']},
        {state: 'restoring-backup', about: 'Being restored from a backup.', verbs: ['show']},
        {
          state: 'awaiting-transfer',
          about: 'Offered to another project.',
          verbs: ['transfer request list', 'transfer request delete', 'show'],
        },
        {state: 'deleting', about: 'Being deleted.', verbs: ['show']},
        {state: 'error', about: 'The last operation failed.', verbs: ['message list', 'delete', 'set']},
        {state: 'error_deleting', about: 'Deletion failed.', verbs: ['message list', 'delete', 'set']},
        {
          state: 'error_extending',
          about: 'Extension failed: see `volume message list`.',
          verbs: ['message list', 'set', 'delete'],
        },
        {
          state: 'error_restoring',
          about: 'Restoring a backup failed.',
          verbs: ['message list', 'backup list', 'delete'],
        },
      ],
    },
    'volume snapshot': {
      about: 'The content of a volume at one moment.',
      states: [
        {state: 'creating', about: 'Being created.', verbs: ['show']},
        {state: 'available', about: 'Ready.', verbs: ['set', 'show', 'delete']},
        {state: 'deleting', about: 'Being deleted.', verbs: ['show']},
        {state: 'error', about: 'The snapshot failed.', verbs: ['delete', 'set', 'show']},
        {state: 'error_deleting', about: 'Deletion failed.', verbs: ['delete', 'set', 'show']},
      ],
    },
    'volume backup': {
      about: 'A copy of a volume in a backup store. It stays available if the volume or its backend is lost.',
      states: [
        {state: 'creating', about: 'Being created.', verbs: ['show']},
        {state: 'available', about: 'Ready.', verbs: ['restore', 'record export', 'set', 'delete']},
        {state: 'restoring', about: 'Being restored to a volume.', verbs: ['show']},
        {state: 'deleting', about: 'Being deleted.', verbs: ['show']},
        {state: 'error', about: 'Failed: see the field `fail_reason`.', verbs: ['show', 'delete', 'set']},
        {state: 'error_deleting', about: 'Deletion failed.', verbs: ['delete', 'set', 'show']},
      ],
    },
    'volume group': {about: 'Volumes that are managed together: snapshots and replication cover all of them.'},
    'volume group type': {about: 'A kind of volume group: its properties determine what backends must support.'},
    'volume attachment': {about: 'The record of how a volume is connected to a server.'},
    'volume message': {about: 'The reason why an operation on a volume, snapshot or backup failed.'},
    'consistency group': {about: 'The deprecated form of a volume group.'},
    'volume type': {about: 'A kind of storage that users choose for a volume.'},
  },
  remedies: [
    {
      when: {code: 'QuotaExceeded', service: 'block-storage', message: 'gigabytes'},
      cause: 'The volumes and snapshots of {scope} would need more GB than its quota allows: {shortages}.',
      fix: 'Choose a smaller size, delete volumes or snapshots, or ask for a larger quota.',
      next: ['{program} volume summary', '{program} quota show', '{program} limits show --absolute'],
    },
    {
      when: {code: ['Http400', 'Http409'], service: 'block-storage', command: 'volume type', message: 'in use'},
      cause: 'Volumes of this type exist.',
      fix: 'Find them with `volume list --all-projects --long`, and give them another type with `volume set --type`.',
      next: ['{program} volume list --all-projects --long'],
    },
    {
      when: {code: ['Http400', 'Http409'], service: 'block-storage', command: 'volume qos', message: 'in use'},
      cause: 'The QoS specification is associated with volume types.',
      fix: 'Remove it from its types with `volume qos disassociate --all`.',
      next: ['{show_line}'],
    },
  ],
} satisfies PluginHelp
