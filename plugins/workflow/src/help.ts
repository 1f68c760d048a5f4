import type {PluginHelp} from '@osc-cli/core'

export default {
  about:
    'Mistral runs workflows: tasks in a given order, each of them an action, such as an HTTP request or a call of an ' +
    'OpenStack service, or another workflow.',
  session: [
    {command: 'osc workflow create hello.yaml', description: 'Upload a workflow'},
    {command: 'osc workflow execution create --wait hello', description: 'Run it and wait for its output'},
    {command: 'osc workflow execution list', description: 'List executions'},
    {command: 'osc action definition list', description: 'List the actions that tasks can use'},
  ],
  nouns: {
    workflow: {about: 'A definition of tasks and their order, run by name.'},
    'workflow definition': {about: 'The YAML text of a workflow.'},
    'workflow execution': {
      about: 'One run of a workflow.',
      states: [
        {state: 'IDLE', about: 'Not started yet.', verbs: ['follow', 'show']},
        {state: 'RUNNING', about: 'Running.', verbs: ['follow', 'show', 'update']},
        {state: 'PAUSED', about: 'Paused; --state RUNNING resumes it.', verbs: ['delete', 'show', 'update']},
        {state: 'SUCCESS', about: 'Completed.', verbs: ['delete', 'output show', 'show']},
        {state: 'ERROR', about: 'Failed.', verbs: ['delete', 'report show', 'show', 'update']},
        {state: 'CANCELLED', about: 'Cancelled.', verbs: ['delete', 'show']},
      ],
    },
    'workflow env': {about: 'Named variables that executions can use.'},
    workbook: {about: 'A file with several workflows and actions, named WORKBOOK.WORKFLOW.'},
    'task execution': {
      about: 'One run of a task, within a workflow execution.',
      states: [
        {state: 'RUNNING', about: 'Running.', verbs: ['show']},
        {state: 'SUCCESS', about: 'Completed.', verbs: ['published show', 'result show', 'show']},
        {state: 'ERROR', about: 'Failed.', verbs: ['rerun', 'result show', 'show']},
        {state: 'SKIPPED', about: 'Skipped after it failed.', verbs: ['show']},
      ],
    },
    'action definition': {about: 'What a task can do: built into Mistral, or defined in YAML.'},
    'action execution': {about: 'One run of an action, by a task or on its own.'},
    'cron trigger': {about: 'Runs a workflow at fixed times.'},
    'event trigger': {about: 'Runs a workflow when a service sends a notification.'},
    'code source': {about: 'Python code for dynamic actions.'},
    'dynamic action': {about: 'An action that is a Python class of a code source.'},
    'resource member': {about: 'A project that a workflow is shared with.'},
  },
  remedies: [
    {
      when: {code: 'Http400', message: "yaql|can not evaluate|parse error: |lexical error: |syntax error '"},
      cause: 'Mistral cannot parse an expression in the definition.',
      fix: 'Find the line and column (no request is sent): osc workflow lint FILE',
      next: [],
    },
    {
      when: {code: 'Http400', command: 'workflow execution create', message: "missing=\\['(?<input>[^']+)'"},
      cause: 'The workflow has an input without a default.',
      fix: `Pass the input {input} as JSON: {program} workflow execution create {name} '{"{input}": "VALUE"}'`,
      next: ['{program} workflow show {name}'],
    },
    {
      when: {code: 'Http400', command: 'workflow', message: 'invalid dsl'},
      cause: 'The definition does not follow the language of Mistral.',
      fix: 'Find the line and column (no request is sent): osc workflow lint FILE',
      next: [],
    },
    {
      when: {
        code: ['Http400', 'Http404'],
        message: 'find action|(?<!dynamic )action not found|invalid action name|unknown action',
      },
      cause: 'Mistral does not have this action.',
      fix: 'Check its name in the list of actions.',
      next: ['{program} action definition list'],
    },
    {
      when: {
        code: 'Http400',
        command: 'workflow execution',
        message: 'change (?:workflow )?execution state|already (?:completed|finished)',
      },
      cause: 'The execution has ended, or cannot change from its current state to the requested one.',
      fix: 'Check its state. To run the workflow again, create another execution.',
      next: ['{program} workflow execution show {name}', '{program} workflow execution create --wait -s {name}'],
    },
    {
      when: {code: 'Http409', message: "(?:duplicate entry for \\w+ \\[[^\\]]*\\]: |the name ')(?<existing>[^,'\\s]+)"},
      cause: 'The name is already in use.',
      next: ['{program} {noun} show {existing}', '{program} {list_line}'],
    },
    {
      when: {code: ['Http400', 'Http403', 'Http500', 'PolicyRefused'], message: 'trust'},
      cause: 'Triggers and subscriptions act on your behalf through a trust, and the service could not create one.',
      fix: 'Log in with a password, or with an unrestricted application credential.',
      next: ['{program} whoami'],
    },
  ],
} satisfies PluginHelp
