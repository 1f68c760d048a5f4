import type {PluginHelp} from '@osc-cli/core'

const verbs = ['show', 'state set', 'update', 'delete']

export default {
  about: 'Aodh watches metrics and events, and calls URLs when an alarm changes its state.',
  session: [
    {
      command:
        'osc alarm create --name web-down --type event --event-type "compute.instance.delete.*" --alarm-action http://192.0.2.10/hook',
      description: 'Create an alarm for deleted servers',
    },
    {command: 'osc alarm list', description: 'List alarms and their states'},
    {command: 'osc alarm state get web-down', description: 'Show the state of the alarm'},
    {command: 'osc alarm-history search', description: 'List the history of all alarms'},
    {command: 'osc alarm delete web-down', description: 'Delete it'},
  ],
  related: ['identity'],
  nouns: {
    alarm: {
      about: 'A rule that is evaluated periodically or on events, with URLs to notify of its state.',
      states: [
        {state: 'ok', about: 'The condition of the rule is not met.', verbs},
        {state: 'alarm', about: 'The condition of the rule is met.', verbs},
        {state: 'insufficient data', about: 'Not evaluated yet, or not enough data.', verbs},
      ],
    },
    'alarm-history': {about: 'The history of an alarm: creation, changes and state transitions.'},
  },
  remedies: [
    {
      when: {code: ['QuotaExceeded', 'Http403', 'PolicyRefused'], command: 'alarm create', message: 'quota'},
      cause: 'The project has reached its alarm quota.',
      fix: 'Delete alarms that are no longer needed, or ask an administrator for a larger quota.',
      next: ['{program} alarm quota show', '{program} alarm list'],
    },
    {
      when: {code: 'Http404', command: 'alarm metrics'},
      cause: 'This release of Aodh does not provide metrics.',
      fix: 'List state transitions instead: {program} alarm-history search',
      next: ['{program} alarm-history search'],
    },
  ],
} satisfies PluginHelp
