import {defineHelp} from '#help/declare'

export default defineHelp({
  about: 'What belongs to no single service: who and where you are, quotas and limits over all services, osc itself.',
  session: [
    {command: 'osc whoami', description: 'User, project, roles and endpoints'},
    {command: 'osc context show', description: 'What help knows of this cloud, and how old it is'},
    {command: 'osc configuration show', description: 'The settings in force'},
    {command: 'osc module list', description: 'The plugins that are installed'},
  ],
  related: ['identity', 'heat'],
  nouns: {
    cache: {about: 'Tokens, catalogs and version documents that are kept between commands.'},
    context: {about: 'What help and completion know of the selected cloud without asking it.'},
    quota: {about: 'How much of each resource a project may use.'},
  },
})
