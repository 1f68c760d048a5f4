import type {PluginHelp} from '@osc-cli/core'

const UNBOUND =
  'Neutron could not bind the port on the host: the network agent there is down, or does not serve the network.'

export default {
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
          verbs: [
            'stop',
            'ssh',
            'event list',
            'reboot',
            'pause',
            'suspend',
            'resize',
            'shelve',
            'rescue',
            'image create',
            'delete',
          ],
        },
        {state: 'BUILD', also: ['building'], about: 'Being created.', verbs: ['show', 'delete']},
        {
          state: 'SHUTOFF',
          also: ['stopped'],
          about: 'Stopped.',
          verbs: ['start', 'resize', 'rebuild', 'shelve', 'delete'],
        },
        {state: 'PAUSED', about: 'Paused, with its memory kept.', verbs: ['unpause', 'delete']},
        {state: 'SUSPENDED', about: 'Suspended to disk.', verbs: ['resume', 'delete']},
        {state: 'RESIZE', about: 'Being resized or migrated.', verbs: ['show']},
        {
          state: 'VERIFY_RESIZE',
          also: ['resized'],
          about: 'Resized or migrated, waiting for confirmation.',
          verbs: ['resize confirm', 'resize revert', 'migration confirm', 'migration revert'],
        },
        {state: 'RESCUE', also: ['rescued'], about: 'Booted from a rescue image.', verbs: ['unrescue', 'delete']},
        {state: 'SHELVED', about: 'Stopped and saved as an image.', verbs: ['unshelve', 'shelve', 'delete']},
        {state: 'SHELVED_OFFLOADED', about: 'Shelved and removed from its host.', verbs: ['unshelve', 'delete']},
        {
          state: 'SOFT_DELETED',
          also: ['soft-delete'],
          about: 'Deleted, but can be restored.',
          verbs: ['restore', 'delete'],
        },
        {
          state: 'ERROR',
          about: 'Failed: see the field `fault`.',
          verbs: ['show', 'event list', 'rebuild', 'set', 'delete'],
        },
      ],
      // Without an option, only a floating IP is used.
      lines: {ssh: {when: {addresses: '"OS-EXT-IPS:type":"floating"'}}},
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
  remedies: [
    {
      // Nova's refusal of a server without a host, which does not name the state.
      when: {code: 'Http409', service: 'compute', command: 'server', message: '^instance \\S+ is not ready'},
      cause: 'The server is not on a host: it is shelved and offloaded, or has not been scheduled yet.',
      fix: 'If the server is shelved, unshelve it first: {program} server unshelve --wait {name}',
      next: ['{program} server show {name}', '{program} server unshelve --wait {name}'],
    },
    {
      when: {code: 'Http400', service: 'compute', command: 'server evacuate', message: 'is still in use'},
      cause: 'The host of the server is up. Servers are evacuated only from a host whose compute service is down.',
      fix: 'Migrate the server instead: {program} server migrate --wait {name}. Services: {program} compute service list',
      next: ['{program} compute service list', '{program} server migrate --wait {name}'],
    },
    {
      when: {code: 'Wait', command: 'server create', message: 'no valid host'},
      cause:
        'No host has room for the server, or none matches its flavor, image properties, zone, hints and server group.',
      fix: 'Delete the failed server ({program} server delete {name}), then create it with a smaller flavor or fewer constraints.',
      next: [
        '{program} flavor list',
        '{program} server event list {name}',
        '{program} availability zone list --compute',
      ],
    },
    {
      when: {code: ['Wait', 'Http400'], command: 'server', message: 'no valid host'},
      cause:
        'No other host has room for the server, or none matches its flavor, image properties, zone and server group.',
      fix: 'Choose another flavor or host, or free room on the hosts. Events: {program} server event list {name}',
      next: ['{program} server event list {name}', '{program} flavor list', '{program} hypervisor list --long'],
    },
    {
      when: {
        code: 'Wait',
        command: 'server',
        message: 'binding failed for port|failed to (?:allocate the network|activate binding)',
      },
      cause: UNBOUND,
      fix: 'Check the agents, then delete the server and create it again. Agents: {program} network agent list',
      next: ['{program} network agent list', '{program} port list --server {name}', '{program} server show {name}'],
    },
    {
      when: {code: ['Http400', 'Http500'], command: 'server', message: 'binding failed for port|PortBindingFailed'},
      cause: UNBOUND,
      fix: 'Check the agents, then delete the port and create it again. Agents: {program} network agent list',
      next: [
        '{program} network agent list',
        '{program} port list --long --sort-column Status',
        '{program} server event list {name}',
      ],
    },
    {
      // Nova keeps the reason in the logs of its compute services.
      when: {code: 'Wait', command: 'server', message: 'exhausted all hosts available'},
      cause:
        'The server could not be built on any host that Nova tried. Often Neutron could not bind one of its ports: the network agent on the host is down, or does not serve the network.',
      fix: 'Check the network agents (often a port could not be bound), then create the server again. Agents: {program} network agent list',
      next: ['{program} network agent list', '{program} server event list {name}', '{program} compute service list'],
    },
    {
      when: {code: 'Wait', command: 'server', message: 'is in state error'},
      cause: 'Nova set the server to state ERROR. See the message for the fault.',
      fix: 'List the failed steps: {program} server event list {name}',
      next: ['{program} server event list {name}', '{program} server show {name}', '{program} console log show {name}'],
    },
    {
      when: {code: 'Http400', service: 'compute', message: 'image (?<image>\\S+) is not active'},
      cause:
        'Servers boot from images in status active. A queued image does not have data yet; otherwise, the upload or import has not finished, or has failed.',
      fix: 'Wait if data is being uploaded or imported. For a queued image, run: {program} image stage --file FILE {image} && {program} image import --wait {image}',
      next: ['{program} image show {image}', '{program} image list --status active'],
    },
    {
      when: {code: 'Http400', service: 'compute', message: 'invalid key_name'},
      cause: 'You do not have a keypair with this name. Keypairs belong to a user, not to a project.',
      fix: 'Specify one of your keypairs ({program} keypair list), or create it with: {program} keypair create NAME',
      next: ['{program} keypair list'],
    },
  ],
} satisfies PluginHelp
