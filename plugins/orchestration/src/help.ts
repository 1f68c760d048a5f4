import {defineHelp} from '@osc-cli/core'

// The first three are offered behind `stack show`.
const settled = ['update', 'check', 'suspend', 'snapshot create', 'show', 'delete']
const underWay = ['show', 'delete']
const failed = ['failures list', 'update', 'delete']

export default defineHelp({
  about:
    'Heat makes whole set-ups (servers, networks, volumes, ...) from one template, and changes or removes them as one: a stack.',
  session: [
    {command: 'osc orchestration template validate -t web.yaml', description: 'Is the template right?'},
    {command: 'osc stack create -t web.yaml --wait web', description: 'Make it, and wait until it stands'},
    {command: 'osc stack resource list web', description: 'What it is made of'},
    {command: 'osc stack output show --all web', description: 'What it tells: addresses, names'},
    {command: 'osc stack delete --yes --wait web', description: 'Remove all of it'},
  ],
  related: ['identity'],
  nouns: {
    stack: {
      about: 'What one template made, kept together.',
      states: [
        {state: 'CREATE_COMPLETE', about: 'It stands.', verbs: settled},
        {state: 'UPDATE_COMPLETE', about: 'It stands as changed.', verbs: settled},
        {state: 'CHECK_COMPLETE', about: 'It was looked after and is well.', verbs: settled},
        {state: 'RESUME_COMPLETE', about: 'It is awake again.', verbs: settled},
        {state: 'SNAPSHOT_COMPLETE', about: 'A snapshot was taken.', verbs: settled},
        {state: 'ADOPT_COMPLETE', about: 'It took over what was there.', verbs: settled},
        {state: 'ROLLBACK_COMPLETE', about: 'A change failed, and it is as before.', verbs: settled},
        {state: 'RESTORE_COMPLETE', about: 'It is as it was at a snapshot.', verbs: settled},
        {state: 'SUSPEND_COMPLETE', about: 'It sleeps.', verbs: ['resume', 'show', 'delete']},
        {state: 'CREATE_IN_PROGRESS', about: 'It is being made.', verbs: ['show', 'cancel', 'delete']},
        {state: 'UPDATE_IN_PROGRESS', about: 'It is being changed.', verbs: ['show', 'cancel', 'delete']},
        {state: 'ROLLBACK_IN_PROGRESS', about: 'It goes back to what it was.', verbs: underWay},
        {state: 'CHECK_IN_PROGRESS', about: 'It is being looked after.', verbs: underWay},
        {state: 'SUSPEND_IN_PROGRESS', about: 'It is falling asleep.', verbs: underWay},
        {state: 'RESUME_IN_PROGRESS', about: 'It is waking up.', verbs: underWay},
        {state: 'SNAPSHOT_IN_PROGRESS', about: 'A snapshot is being taken.', verbs: underWay},
        {state: 'RESTORE_IN_PROGRESS', about: 'It goes back to a snapshot.', verbs: underWay},
        {state: 'ADOPT_IN_PROGRESS', about: 'It takes over what is there.', verbs: underWay},
        {state: 'DELETE_IN_PROGRESS', about: 'It is going.', verbs: ['show']},
        {state: 'DELETE_COMPLETE', about: 'It is gone; stack list --deleted still has it.', verbs: ['show']},
        {state: 'CREATE_FAILED', about: 'See: stack failures list.', verbs: failed},
        {state: 'UPDATE_FAILED', about: 'See: stack failures list.', verbs: failed},
        {state: 'ROLLBACK_FAILED', about: 'Going back failed too.', verbs: failed},
        {state: 'ADOPT_FAILED', about: 'Something could not be taken over.', verbs: failed},
        {state: 'SNAPSHOT_FAILED', about: 'No snapshot could be taken.', verbs: failed},
        {state: 'RESTORE_FAILED', about: 'Going back to a snapshot failed.', verbs: failed},
        {
          state: 'CHECK_FAILED',
          about: 'Something in it is not well.',
          verbs: ['failures list', 'check', 'update', 'delete'],
        },
        {state: 'SUSPEND_FAILED', about: 'Something would not sleep.', verbs: ['failures list', 'resume', 'delete']},
        {state: 'RESUME_FAILED', about: 'Something would not wake up.', verbs: ['failures list', 'resume', 'delete']},
        {state: 'DELETE_FAILED', about: 'Something would not go.', verbs: ['failures list', 'delete']},
      ],
    },
    'software config': {about: 'A script or other configuration that deployments give to servers.'},
    'software deployment': {
      about: 'A configuration on a server.',
      states: [
        {state: 'IN_PROGRESS', about: 'The server works on it.', verbs: ['delete', 'show']},
        {state: 'COMPLETE', about: 'It is done.', verbs: ['delete', 'output show', 'show']},
        {state: 'FAILED', about: 'The outputs say why.', verbs: ['delete', 'output show', 'show']},
      ],
    },
    'stack snapshot': {
      about: 'A stack as it was at one time.',
      states: [
        {state: 'IN_PROGRESS', about: 'It is being taken.', verbs: ['show']},
        {state: 'COMPLETE', about: 'The stack can go back to it.', verbs: ['delete', 'restore', 'show']},
        {state: 'FAILED', about: 'It cannot be used.', verbs: ['delete', 'show']},
      ],
    },
  },
  remedies: [
    {
      when: {code: 'Wait', command: 'stack'},
      cause: 'A resource of the stack failed; the deepest reason is in the message.',
      fix: 'More of it: {program} stack failures list --long {name}',
      next: [
        '{program} stack failures list --long {name}',
        '{program} stack event list --nested-depth 5 {name}',
        '{program} stack show {name}',
      ],
    },
    {
      when: {code: 'Http409', service: 'orchestration', message: 'already exists'},
      cause: 'A project has one stack of a name.',
      next: ['{program} stack show {name}', '{program} stack update --help', '{program} stack list'],
    },
    {
      when: {code: 'Http400', service: 'orchestration', command: 'stack'},
      cause: 'Heat does not accept the template or a parameter.',
      next: ['{program} orchestration template validate --help', '{program} orchestration resource type list'],
    },
  ],
})
