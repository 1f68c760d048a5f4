import type {PluginHelp} from '@osc-cli/core'

export default {
  about:
    'A cloud in one process on this machine, for first steps, templates and tests. It needs no root and no installation. Use it with --os-cloud sandbox (admin) or --os-cloud sandbox-demo (member of a project).',
  session: [
    {command: 'osc sandbox start', description: 'Start the sandbox, which is empty at first'},
    {command: 'osc sandbox status', description: 'Show its address and its services'},
    {command: 'osc sandbox snapshot save first', description: 'Save its state'},
    {command: 'osc sandbox snapshot restore first --yes', description: 'Restore that state'},
    {command: 'osc sandbox stop', description: 'Stop it and keep its state'},
  ],
  related: ['identity', 'heat'],
  nouns: {
    sandbox: {about: 'A cloud on this machine.'},
    'sandbox snapshot': {about: 'A saved state of the sandbox.'},
  },
  remedies: [
    {
      when: {code: 'UnknownCloud', message: '^Cloud "sandbox(-demo)?"'},
      cause: 'The sandbox is not running, so its clouds do not exist.',
      fix: 'Start it with: {osc} sandbox start',
      next: ['{osc} sandbox start', '{osc} sandbox status'],
    },
    {
      when: {code: 'SandboxPortInUse'},
      cause: 'Another program is listening on the port.',
      next: ['{osc} sandbox start', '{osc} sandbox status'],
    },
    {
      when: {code: 'SandboxStateInUse'},
      cause: 'Another sandbox has the file open.',
      next: ['{osc} sandbox status', '{osc} sandbox stop'],
    },
    {
      when: {code: 'SandboxStateBroken'},
      cause: 'The file is damaged.',
      next: ['{osc} sandbox start --fresh', '{osc} sandbox snapshot list'],
    },
    {
      when: {code: 'SandboxStateForeign'},
      cause: 'Another program wrote the file. It was not changed.',
      next: ['{osc} sandbox start'],
    },
    {
      when: {code: 'SandboxStateUnwritable'},
      cause: 'The disk is full, or the folder belongs to another user.',
      next: ['{osc} sandbox status'],
    },
    {
      when: {code: 'SandboxNotStarted'},
      cause: 'The process exited before it was ready. See the log for the reason.',
      next: ['{osc} sandbox logs', '{osc} plugins doctor'],
    },
  ],
} satisfies PluginHelp
