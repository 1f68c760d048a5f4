import type {PluginHelp} from '@osc-cli/core'

// What Zaqar answers for paths that it does not serve; for missing records it says what is missing.
const NO_SUCH_PATH = '^404 Not Found'

export default {
  about: 'Zaqar keeps queues of messages for applications, and delivers messages to subscribers.',
  session: [
    {command: 'osc messaging queue create jobs', description: 'Create a queue'},
    {command: `osc messaging message post jobs '{"body": {"job": 1}, "ttl": 300}'`, description: 'Post a message'},
    {command: 'osc messaging message list --echo jobs', description: 'List messages, including your own'},
    {command: 'osc messaging message follow --tail 1 --limit 1 jobs', description: 'Print messages as they are posted'},
    {command: 'osc messaging claim create jobs', description: 'Claim messages, so that no other worker takes them'},
    {command: 'osc messaging queue delete jobs', description: 'Delete the queue with its messages'},
  ],
  related: ['identity'],
  nouns: {
    'messaging queue': {about: 'A named list of messages in a project.'},
    'messaging message': {about: 'A JSON value in a queue, which expires after its TTL.'},
    'messaging claim': {about: 'Messages that one worker has taken for a limited time.'},
    'messaging subscription': {about: 'A URL or mail address to which a queue delivers its messages.'},
    'messaging pool': {about: 'A storage backend of the service; for administrators.'},
    'messaging flavor': {about: 'A group of pools with the same capabilities; for administrators.'},
  },
  remedies: [
    {
      when: {code: 'Http404', command: 'messaging flavor', message: NO_SUCH_PATH},
      cause: 'The cloud has no flavors: Zaqar provides pools and flavors only with pooling enabled.',
      fix: 'Set `pooling` and `admin_mode` to True in the configuration of Zaqar. Flavors are deprecated there.',
      next: [],
    },
    {
      when: {code: 'Http404', command: 'messaging pool', message: NO_SUCH_PATH},
      cause: 'The cloud has no pools: Zaqar provides them only with pooling enabled.',
      fix: 'Set `pooling` and `admin_mode` to True in the configuration of Zaqar.',
      next: [],
    },
    {
      when: {code: 'Http404', command: 'messaging health', message: NO_SUCH_PATH},
      cause: 'The API for administrators is off in this cloud.',
      fix: 'Set `admin_mode = True` in the configuration of Zaqar, or check that it responds: {program} messaging ping',
      next: ['{program} messaging ping'],
    },
    {
      when: {code: 'Http400', command: 'messaging message', message: 'UUID|Client-ID'},
      cause: 'The client ID is not a UUID.',
      fix: 'Pass a UUID with --client-id, or set OS_MESSAGE_CLIENT_ID.',
      next: [],
    },
  ],
} satisfies PluginHelp
