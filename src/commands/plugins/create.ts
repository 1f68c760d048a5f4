import {existsSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {pluginNames} from '#authoring/names'
import {scaffold} from '#authoring/scaffold'
import {coreRoot} from '#main'
import {Args, Flags, OscCommand} from '#sdk'

export default class PluginsCreate extends OscCommand {
  static override summary = 'Create a plugin with commands, a sandbox service and tests'
  static override roles = []
  static override calls = []
  static override examples = [
    {
      command: 'osc plugins create inventory --noun rack',
      description: 'Create osc-plugin-inventory with osc rack list and others',
    },
  ]
  static override args = {
    name: Args.string({description: 'Package name, or its last part', required: true}),
  }
  static override flags = {
    noun: Flags.string({
      description: 'Noun of the commands, in one or more words (default: the name of the plugin)',
      helpValue: 'NOUN',
    }),
    'service-type': Flags.string({
      description: 'Service type in the catalog (default: the name of the plugin)',
      helpValue: 'TYPE',
    }),
    folder: Flags.string({
      description: 'Folder to create (default: a new folder with the package name)',
      helpValue: 'FOLDER',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PluginsCreate)
    const {cwd, version} = this.runtime
    const names = pluginNames(args.name, {noun: flags.noun, service: flags['service-type']})
    const folder = resolve(cwd, flags.folder ?? names.package.split('/').at(-1) ?? names.package)
    const root = coreRoot()
    // Packages of osc do not contain the folders of plugins.
    const checkout = existsSync(join(root, 'plugins')) ? root : undefined
    const files = scaffold({template: join(root, 'templates', 'plugin'), folder, names, version, checkout})
    for (const file of files) await this.print(relative(cwd, join(folder, file)))
    const {commands, plugins} = this.runtime.index
    const owner = plugins[commands[`${names.noun} list`] ?? -1]
    if (owner && owner.name !== names.package)
      await this.note(
        `${owner.name} already has the command '${names.noun} list', which takes precedence. Choose another noun with --noun.`,
      )
    if (checkout !== undefined)
      await this.note(
        'package.json uses osc from this repository. Before you publish the plugin, replace the file: paths with versions.',
      )
    await this.note(`Next:
  cd ${relative(cwd, folder) || '.'} && npm install && npm test
  npx osc plugins link . && npx osc sandbox start
  npx osc --os-cloud sandbox ${names.noun} list`)
  }
}
