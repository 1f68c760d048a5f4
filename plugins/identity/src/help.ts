import type {PluginHelp} from '@osc-cli/core'

export default {
  about: 'Keystone manages users, projects, domains, role assignments and the service catalog.',
  session: [
    {command: 'osc token issue', description: 'Check whether authentication works'},
    {command: 'osc project list --my-projects', description: 'List the projects that you can work in'},
    {command: 'osc role assignment list --names', description: 'List role assignments (administrators)'},
    {command: 'osc catalog list', description: 'List services and their endpoints'},
  ],
  related: ['heat'],
  nouns: {
    project: {
      about: 'A container for resources and quotas. Users need a role on a project to work in it.',
      states: [
        {state: 'enabled', about: 'Users can log in to the project.', verbs: ['delete', 'set', 'show']},
        {state: 'disabled', about: 'Users cannot log in to the project.', verbs: ['delete', 'set', 'show']},
      ],
    },
    user: {
      about: 'A person or program that logs in.',
      states: [
        {state: 'enabled', about: 'The user can log in.', verbs: ['delete', 'password set', 'set', 'show']},
        {state: 'disabled', about: 'The user cannot log in.', verbs: ['delete', 'set', 'show']},
      ],
    },
    domain: {
      about: 'A container for users, groups and projects.',
      states: [
        {
          state: 'enabled',
          about: 'Its users can log in. Disable the domain before you delete it.',
          verbs: ['set', 'show'],
        },
        {state: 'disabled', about: 'Its users cannot log in.', verbs: ['delete', 'set', 'show']},
      ],
    },
    group: {about: 'A set of users that share role assignments.'},
    role: {about: 'A set of permissions, assigned on a project, a domain or the system.'},
    trust: {about: 'A delegation of roles from one user to another.'},
    'application credential': {
      about: 'A credential for programs, limited to one project, that does not contain your password.',
    },
  },
  remedies: [
    {
      when: {code: 'Http403', service: 'identity', command: 'domain delete', message: 'disable it first|is enabled'},
      cause: 'Only a disabled domain can be deleted. Its users cannot log in while it is disabled.',
      next: ['{program} domain set --disable {name}'],
    },
  ],
} satisfies PluginHelp
