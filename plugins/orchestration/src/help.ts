import type {PluginHelp} from '@osc-cli/core'

// The first three are suggested after `stack show`: they must work with the name alone, and change nothing by surprise.
const settled = ['output list', 'resource list', 'check', 'update', 'suspend', 'snapshot create', 'show', 'delete']
const running = ['event list', 'resource list', 'show', 'delete']
const cancellable = ['event list', 'resource list', 'cancel', 'show', 'delete']
const failed = ['failures list', 'event list', 'update', 'delete']

export default {
  about:
    'Heat creates servers, networks, volumes and other resources from one template, and updates or deletes them together as a stack.',
  session: [
    {command: 'osc orchestration template validate -t web.yaml', description: 'Validate a template'},
    {command: 'osc stack create -t web.yaml --wait web', description: 'Create a stack from it and wait'},
    {command: 'osc stack resource list web', description: 'List its resources'},
    {command: 'osc stack output show --all web', description: 'Show its outputs: addresses, names'},
    {command: 'osc stack delete --yes --wait web', description: 'Delete it with its resources'},
  ],
  related: ['identity'],
  nouns: {
    stack: {
      about: 'Resources that were created from one template and are managed together.',
      states: [
        {state: 'CREATE_COMPLETE', about: 'Created.', verbs: settled},
        {state: 'UPDATE_COMPLETE', about: 'Updated.', verbs: settled},
        {state: 'CHECK_COMPLETE', about: 'Checked, no problems found.', verbs: settled},
        {state: 'RESUME_COMPLETE', about: 'Resumed.', verbs: settled},
        {state: 'SNAPSHOT_COMPLETE', about: 'Snapshot created.', verbs: settled},
        {state: 'ADOPT_COMPLETE', about: 'Adopted.', verbs: settled},
        {state: 'ROLLBACK_COMPLETE', about: 'The last action failed and was rolled back.', verbs: settled},
        {state: 'RESTORE_COMPLETE', about: 'Restored from a snapshot.', verbs: settled},
        {state: 'SUSPEND_COMPLETE', about: 'Suspended.', verbs: ['resume', 'show', 'delete']},
        {state: 'CREATE_IN_PROGRESS', about: 'Creating.', verbs: cancellable},
        {state: 'UPDATE_IN_PROGRESS', about: 'Updating.', verbs: cancellable},
        {state: 'ROLLBACK_IN_PROGRESS', about: 'Rolling back.', verbs: running},
        {state: 'CHECK_IN_PROGRESS', about: 'Checking resources.', verbs: running},
        {state: 'SUSPEND_IN_PROGRESS', about: 'Suspending.', verbs: running},
        {state: 'RESUME_IN_PROGRESS', about: 'Resuming.', verbs: running},
        {state: 'SNAPSHOT_IN_PROGRESS', about: 'Creating a snapshot.', verbs: running},
        {state: 'RESTORE_IN_PROGRESS', about: 'Restoring from a snapshot.', verbs: running},
        {state: 'ADOPT_IN_PROGRESS', about: 'Adopting resources.', verbs: running},
        {state: 'DELETE_IN_PROGRESS', about: 'Deleting.', verbs: ['event list', 'show']},
        {state: 'DELETE_COMPLETE', about: 'Deleted: see `stack list --deleted`.', verbs: ['show']},
        {state: 'CREATE_FAILED', about: 'Creation failed: see `stack failures list`.', verbs: failed},
        {state: 'UPDATE_FAILED', about: 'Update failed: see `stack failures list`.', verbs: failed},
        {state: 'ROLLBACK_FAILED', about: 'Rollback failed: see `stack failures list`.', verbs: failed},
        {state: 'ADOPT_FAILED', about: 'Adoption failed: see `stack failures list`.', verbs: failed},
        {state: 'SNAPSHOT_FAILED', about: 'Snapshot failed: see `stack failures list`.', verbs: failed},
        {state: 'RESTORE_FAILED', about: 'Restore failed: see `stack failures list`.', verbs: failed},
        {
          state: 'CHECK_FAILED',
          about: 'Problems found: see `stack failures list`.',
          verbs: ['failures list', 'check', 'update', 'delete'],
        },
        {
          state: 'SUSPEND_FAILED',
          about: 'Suspension failed: see `stack failures list`.',
          verbs: ['failures list', 'resume', 'delete'],
        },
        {
          state: 'RESUME_FAILED',
          about: 'Resumption failed: see `stack failures list`.',
          verbs: ['failures list', 'resume', 'delete'],
        },
        {
          state: 'DELETE_FAILED',
          about: 'Deletion failed: see `stack failures list`.',
          verbs: ['failures list', 'delete'],
        },
      ],
    },
    'software config': {about: 'A script or another configuration that is deployed to servers.'},
    'software deployment': {
      about: 'A software config deployed to a server.',
      states: [
        {state: 'IN_PROGRESS', about: 'Deploying.', verbs: ['delete', 'show']},
        {state: 'COMPLETE', about: 'Deployed.', verbs: ['delete', 'output show', 'show']},
        {
          state: 'FAILED',
          about: 'Deployment failed: see `software deployment output show`.',
          verbs: ['delete', 'output show', 'show'],
        },
      ],
    },
    'stack snapshot': {
      about: 'A saved state of a stack.',
      states: [
        {state: 'IN_PROGRESS', about: 'Creating.', verbs: ['show']},
        {state: 'COMPLETE', about: 'Ready to restore.', verbs: ['delete', 'restore', 'show']},
        {state: 'FAILED', about: 'Creation failed.', verbs: ['delete', 'show']},
      ],
    },
  },
  remedies: [
    {
      when: {code: 'Wait', command: 'stack', message: 'No response from the service'},
      cause: 'The service did not respond for too long. Heat continues to work on the stack.',
      next: ['{program} stack event list --follow {name}', '{program} stack show {name}'],
    },
    {
      when: {code: 'Wait', command: 'stack', message: 'was deleted during the wait'},
      cause: 'Another command deleted the stack.',
      next: ['{program} stack event list {name}', '{program} stack list --deleted'],
    },
    {
      when: {code: 'Wait', command: 'stack', message: 'and was rolled back'},
      cause: 'A resource of the stack failed, and the stack was rolled back.',
      fix: 'Details: {program} stack event list --nested-depth 5 {name}',
      next: ['{program} stack event list --nested-depth 5 {name}', '{program} stack show {name}'],
    },
    {
      when: {code: 'Wait', command: 'stack'},
      cause: 'A resource of the stack failed; see the message for the reason.',
      fix: 'Details: {program} stack failures list --long {name}',
      next: [
        '{program} stack failures list --long {name}',
        '{program} stack event list --nested-depth 5 {name}',
        '{program} stack show {name}',
      ],
    },
    {
      when: {code: 'Http409', service: 'orchestration', message: 'already exists'},
      cause: 'The project already has a stack with this name.',
      next: ['{program} stack show {name}', '{program} stack update --help', '{program} stack list'],
    },
    {
      when: {code: 'Http400', service: 'orchestration', command: 'stack', message: 'SUSPEND'},
      cause: 'The stack is suspended.',
      fix: 'Resume it first: {program} stack resume {name}',
      next: ['{program} stack resume {name}', '{program} stack show {name}'],
    },
    {
      when: {
        code: 'Http400',
        service: 'orchestration',
        command: 'stack',
        message: 'Parameter \\((?<key>[^)]+)\\) was not provided',
      },
      cause: 'The template requires parameter {key}, which has no default.',
      fix: 'Set it with --parameter {key}=VALUE, or in an environment file.',
      next: [],
    },
    {
      when: {
        code: 'Http400',
        service: 'orchestration',
        command: 'stack',
        message: 'Parameter \\((?<key>[^)]+)\\) was not defined',
      },
      cause: 'The template does not have parameter {key}.',
      fix: 'Remove {key} from --parameter and from the environment files, or add it to the template.',
      next: [],
    },
    {
      when: {code: 'Http400', service: 'orchestration', command: 'stack'},
      cause: 'Heat rejected the template or a parameter.',
      next: [],
    },
  ],
} satisfies PluginHelp
