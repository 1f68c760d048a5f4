import {defineHelp} from '@osc-cli/core'

export default defineHelp({
  about: 'Cinder manages volumes, their snapshots, and the types that say where volumes are stored.',
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
        {state: 'available', about: 'Ready and not attached.', verbs: ['delete', 'set', 'migrate', 'revert', 'show']},
        {state: 'in-use', about: 'Attached to a server.', verbs: ['set', 'show']},
        {state: 'deleting', about: 'Being deleted.', verbs: ['show']},
        {state: 'error', about: 'The last operation failed.', verbs: ['delete', 'set', 'show']},
        {
          state: 'error_deleting',
          about: 'Deletion failed.',
          verbs: ['delete', 'set', 'show'],
        },
      ],
    },
    'volume snapshot': {about: 'The content of a volume at one moment.'},
    'volume backup': {about: 'A copy of a volume in a backup store. It outlives the volume and its back end.'},
    'volume group': {about: 'Volumes that are managed together: snapshots and replication cover all of them.'},
    'volume group type': {about: 'A kind of volume group: its properties say what back ends must support.'},
    'volume attachment': {about: 'The record of how a volume is connected to a server.'},
    'volume message': {about: 'The reason why an operation on a volume, snapshot or backup failed.'},
    'consistency group': {about: 'The deprecated form of a volume group.'},
    'volume type': {about: 'A kind of storage that users choose for a volume.'},
  },
})
