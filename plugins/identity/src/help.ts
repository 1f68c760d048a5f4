import {defineHelp} from '@osc-cli/core'

export default defineHelp({
  about:
    'Keystone knows users, projects and domains, who has which role on what, and where the services of the cloud are.',
  session: [
    {command: 'osc token issue', description: 'Does the log-in work?'},
    {command: 'osc project list --my-projects', description: 'Where you may work'},
    {command: 'osc role assignment list --names', description: 'Who may do what (administrators)'},
    {command: 'osc catalog list', description: 'What the cloud offers, and where'},
  ],
  related: ['heat'],
  nouns: {
    project: {
      about: 'What resources and quotas belong to; users work in one by a role on it.',
      states: [
        {state: 'enabled', about: 'Users can log in to it.', verbs: ['delete', 'set', 'show']},
        {state: 'disabled', about: 'Nobody can log in to it.', verbs: ['delete', 'set', 'show']},
      ],
    },
    user: {
      about: 'Who logs in.',
      states: [
        {state: 'enabled', about: 'May log in.', verbs: ['delete', 'password set', 'set', 'show']},
        {state: 'disabled', about: 'May not log in.', verbs: ['delete', 'set', 'show']},
      ],
    },
    domain: {
      about: 'What users, groups and projects belong to.',
      states: [
        {state: 'enabled', about: 'It can only be deleted when disabled.', verbs: ['set', 'show']},
        {state: 'disabled', about: 'Its users cannot log in.', verbs: ['delete', 'set', 'show']},
      ],
    },
    group: {about: 'Users that get roles together.'},
    role: {about: 'What a user or group may do, on a project, a domain or the system.'},
    trust: {about: 'One user lets another act for them, with some of their roles.'},
    'application credential': {about: 'A log-in for programs, bound to one project, without your password.'},
  },
})
