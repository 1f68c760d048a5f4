import {defineHelp} from '@osc-cli/core'

export default defineHelp({
  about: 'Nova runs servers: virtual machines with a flavor, an image or a boot volume, and networks.',
  session: [
    {command: 'osc flavor list', description: 'List the available sizes'},
    {command: 'osc image create --disk-format raw --file cirros.img cirros', description: 'Upload an image'},
    {
      command: 'osc server create --flavor m1.tiny --image cirros --wait web',
      description: 'Create a server and wait until it is active',
    },
    {command: 'osc server list', description: 'List your servers'},
    {command: 'osc console log show --lines 20 web', description: 'Show the end of the console output'},
    {command: 'osc server delete --wait web', description: 'Delete the server'},
  ],
  related: ['identity', 'heat'],
  nouns: {
    server: {
      about: 'A virtual machine.',
      states: [
        {
          state: 'ACTIVE',
          about: 'Running.',
          verbs: ['stop', 'reboot', 'pause', 'suspend', 'resize', 'shelve', 'rescue', 'image create', 'delete'],
        },
        {state: 'BUILD', about: 'Being created.', verbs: ['show', 'delete']},
        {state: 'SHUTOFF', about: 'Stopped.', verbs: ['start', 'resize', 'rebuild', 'shelve', 'delete']},
        {state: 'PAUSED', about: 'Paused, with its memory kept.', verbs: ['unpause', 'delete']},
        {state: 'SUSPENDED', about: 'Suspended to disk.', verbs: ['resume', 'delete']},
        {state: 'RESIZE', about: 'Being resized or migrated.', verbs: ['show']},
        {
          state: 'VERIFY_RESIZE',
          about: 'Resized or migrated, waiting for confirmation.',
          verbs: ['resize confirm', 'resize revert', 'migration confirm', 'migration revert'],
        },
        {state: 'RESCUE', about: 'Booted from a rescue image.', verbs: ['unrescue', 'delete']},
        {state: 'SHELVED', about: 'Stopped and saved as an image.', verbs: ['unshelve', 'shelve', 'delete']},
        {state: 'SHELVED_OFFLOADED', about: 'Shelved and removed from its host.', verbs: ['unshelve', 'delete']},
        {state: 'SOFT_DELETED', about: 'Deleted, but can be restored.', verbs: ['restore', 'delete']},
        {
          state: 'ERROR',
          about: 'Failed: the field fault says why.',
          verbs: ['show', 'event list', 'rebuild', 'set', 'delete'],
        },
      ],
    },
    flavor: {about: 'The memory, disk and number of vCPUs of a server.'},
    keypair: {about: 'An SSH key whose public part Nova injects into servers.'},
    'server group': {about: 'A set of servers that are placed on the same host or on different hosts.'},
    'server migration': {about: 'The move of a server to another host.'},
    'server event': {about: 'An action on a server and its steps.'},
    aggregate: {about: 'A set of hosts with common properties or an availability zone.'},
    hypervisor: {about: 'A host that runs servers.'},
    'compute service': {
      about: 'A Nova process on a host.',
      states: [
        {state: 'up', about: 'Reporting.', verbs: ['set']},
        {state: 'down', about: 'Not reporting, or forced down.', verbs: ['set', 'delete']},
      ],
    },
  },
  remedies: [],
})
