import {defineHelp} from '@osc-cli/core'

export default defineHelp({
  about: 'A cloud on this machine, for first steps, templates and tests.',
  session: [
    {command: 'osc sandbox start', description: 'Start it'},
    {command: 'osc --os-cloud sandbox project list', description: 'Use it, as an administrator'},
    {command: 'osc --os-cloud sandbox-demo stack list', description: 'As a member of a project'},
    {command: 'osc sandbox stop', description: 'Stop it; its state is kept'},
  ],
  nouns: {sandbox: {about: 'A cloud in one process of this machine; it runs or it does not.'}},
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
