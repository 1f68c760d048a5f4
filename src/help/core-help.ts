import type {PluginHelp} from '#help/declare'

export default {
  about: 'Commands of osc itself: clouds, configuration, plugins, help, and quotas and limits across services.',
  session: [
    {command: 'osc whoami', description: 'Show your user, project, roles and endpoints'},
    {command: 'osc context show', description: 'Show what is cached about this cloud'},
    {command: 'osc configuration show', description: 'Show the current settings'},
    {command: 'osc module list', description: 'List installed plugins'},
  ],
  related: ['identity', 'heat'],
  nouns: {
    cache: {about: 'Tokens, catalogs and version documents that are cached between commands.'},
    cloud: {
      about: 'A cloud that osc can log in to: an entry of clouds.yaml, or the sandbox.',
      verbs: ['list', 'use', 'add', 'show', 'remove'],
    },
    completion: {about: 'Completion of commands, options and names in your shell.'},
    configuration: {about: 'The settings of the selected cloud.'},
    context: {about: 'Cached data about the selected cloud, for help and completion.'},
    plugins: {about: 'Plugins provide the commands of each service.'},
    quota: {about: 'Limits on the resources of a project.'},
  },
} satisfies PluginHelp
