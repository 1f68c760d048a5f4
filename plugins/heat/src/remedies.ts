import type {Remedy} from '@osc-cli/core'

/** What to do about failures of Heat that the core knows nothing of. */
export const remedies: readonly Remedy[] = [
  {
    when: {code: 'Wait', command: 'stack'},
    cause: 'A resource of the stack failed; the deepest reason is in the message.',
    next: [
      '{program} stack failures list --long {name}',
      '{program} stack event list --nested-depth 5 {name}',
      '{program} stack show {name}',
    ],
  },
  {
    when: {code: 'Wait', command: 'stack'},
    cause: 'A resource of the stack failed; the deepest reason is in the message.',
    next: ['{program} stack list', '{program} stack failures list --help'],
  },
  {
    when: {code: 'Http409', service: 'orchestration', message: 'already exists'},
    cause: 'A project has one stack of a name.',
    next: ['{program} stack list', '{program} stack update --help'],
  },
  {
    when: {code: ['Http400'], service: 'orchestration', command: 'stack'},
    cause: 'Heat does not accept the template or a parameter.',
    next: ['{program} orchestration template validate --help', '{program} orchestration resource type list'],
  },
]

/** The verbs that make sense in each state of a stack. */
export const states = {
  stack: {
    DELETE_COMPLETE: [],
    UPDATE_IN_PROGRESS: ['cancel', 'event list', 'resource list'],
    '*_IN_PROGRESS': ['event list', 'resource list', 'show'],
    DELETE_FAILED: ['failures list', 'delete', 'abandon'],
    '*_FAILED': ['failures list', 'update', 'delete'],
    SUSPEND_COMPLETE: ['resume', 'delete'],
    '*_COMPLETE': ['output list', 'resource list', 'suspend'],
  },
}
