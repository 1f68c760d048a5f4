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
})
