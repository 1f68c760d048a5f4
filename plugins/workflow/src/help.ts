import {defineHelp} from '@osc-cli/core'

export default defineHelp({
  about:
    'Mistral runs workflows: tasks in a given order, each of them an action, such as an HTTP request or a call of an ' +
    'OpenStack service, or another workflow.',
  session: [
    {command: 'osc workflow create hello.yaml', description: 'Upload a workflow'},
    {command: 'osc workflow execution create --wait hello', description: 'Run it and wait for its output'},
    {command: 'osc workflow execution list', description: 'See what has run'},
    {command: 'osc action definition list', description: 'Actions that tasks can use'},
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
        {state: 'SUCCESS', about: 'Ended.', verbs: ['delete', 'output show', 'show']},
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
    healing: {about: 'A queue, an alarm and a workflow that replace lost servers of a stack.'},
    'resource member': {about: 'A project that a workflow is shared with.'},
  },
})
