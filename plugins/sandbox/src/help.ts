import {defineHelp} from '@osc-cli/core'

export default defineHelp({
  about:
    'A cloud in one process on this machine, for first steps, templates and tests: nothing to install, no root. Commands use it with --os-cloud sandbox, or sandbox-demo as a plain user.',
  session: [
    {command: 'osc sandbox start', description: 'Start it, empty at first'},
    {command: 'osc sandbox status', description: 'Does it run, and what does it serve?'},
    {command: 'osc sandbox snapshot save first', description: 'Keep its state under a name'},
    {command: 'osc sandbox snapshot restore first', description: 'Go back to that state'},
    {command: 'osc sandbox stop', description: 'Stop it; its state is kept'},
  ],
  related: ['identity', 'heat'],
  nouns: {
    sandbox: {about: 'The cloud on this machine.'},
    'sandbox snapshot': {about: 'A state of the sandbox, kept under a name.'},
  },
  remedies: [
    {
      when: {code: 'UnknownCloud', message: 'no cloud "sandbox(-demo)?"'},
      cause: 'The sandbox does not run, so that its clouds are not there.',
      fix: 'Start it with: {osc} sandbox start',
      next: ['{osc} sandbox start', '{osc} sandbox status'],
    },
    {
      when: {code: 'SandboxPortInUse'},
      cause: 'Another program listens at the port.',
      next: ['{osc} sandbox start', '{osc} sandbox status'],
    },
    {
      when: {code: 'SandboxStateInUse'},
      cause: 'Another sandbox has the file open; a state belongs to one.',
      next: ['{osc} sandbox status', '{osc} sandbox stop'],
    },
    {
      when: {code: 'SandboxStateBroken'},
      cause: 'The file is damaged, or it is something else.',
      next: ['{osc} sandbox start --fresh', '{osc} sandbox snapshot list'],
    },
    {
      when: {code: 'SandboxNotStarted'},
      cause: 'Its process ended before it answered; its log says why.',
      next: ['{osc} sandbox logs', '{osc} plugins doctor'],
    },
  ],
})
