import type {Topic} from '#help/topics/topic'

export const plugins = (program: string): Topic => ({
  about: 'Plugins provide the commands of each service.',
  sections: [
    {
      title: 'MANAGE PLUGINS',
      pages: true,
      entries: [
        [`${program} plugins`, 'List installed plugins, and whether this cloud offers their services.'],
        [`${program} plugins search WORDS`, 'Search the plugins that osc knows.'],
        [`${program} plugins install NAME`, 'Install a plugin from the npm registry.'],
        [`${program} plugins uninstall NAME`, 'Uninstall a plugin.'],
        [`${program} plugins update`, 'Update installed plugins.'],
        [`${program} plugins sync`, 'Install the plugins for the services of this cloud.'],
        [`${program} plugins doctor`, 'Find out why a plugin does not load.'],
      ],
    },
    {
      title: 'WRITE A PLUGIN',
      pages: true,
      entries: [
        [`${program} plugins create NAME`, 'Create a plugin with a working example.'],
        [`${program} plugins dev`, 'Link a plugin and rebuild it whenever a file changes.'],
        [`${program} plugins lint`, 'Check a plugin.'],
      ],
    },
    {
      title: 'NAMESPACES',
      text: [
        `The name of a plugin can precede its commands: ${program} heat stack list, the same as ${program} stack list. The name alone shows the page of the plugin: ${program} heat.`,
      ],
    },
  ],
})
