import type {PluginHelp} from '@osc-cli/core'

export default {
  about:
    'Self-healing replaces lost servers of a stack without an operator: Aodh reports the event, Zaqar carries the message, ' +
    'and a Mistral workflow lets Heat replace the resource.',
  session: [
    {command: 'osc healing enable web', description: 'Replace servers of a stack when they are deleted'},
    {command: 'osc healing list', description: 'List stacks with the last run of each'},
    {command: 'osc healing test web', description: 'Check that messages start the workflow'},
    {command: 'osc healing disable web', description: 'Disable self-healing for the stack'},
  ],
  nouns: {
    healing: {
      about: 'A queue, an alarm and a workflow that replace lost servers of a stack.',
      states: [
        {state: 'active', about: 'An event starts the workflow.', verbs: ['test', 'show', 'disable']},
        {state: 'expired', about: 'The subscription has expired; events have no effect.', verbs: ['enable', 'disable']},
        {state: 'no alarm', about: 'The alarm was deleted.', verbs: ['enable', 'disable']},
        {state: 'alarm disabled', about: 'The alarm is disabled.', verbs: ['enable', 'disable']},
        {state: 'no action', about: 'The alarm does not send messages.', verbs: ['enable', 'disable']},
      ],
    },
  },
  remedies: [
    {
      when: {code: ['Http400', 'Http403', 'Http500', 'PolicyRefused'], command: 'healing', message: 'trust'},
      cause: 'The alarm and the subscription act on your behalf through trusts, and the service could not create one.',
      fix: 'Log in with a password, or with an unrestricted application credential.',
      next: ['{program} whoami'],
    },
  ],
} satisfies PluginHelp
