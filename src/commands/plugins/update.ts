import {readTrust} from '#plugins/installing/records'
import {updatePlugins} from '#plugins/installing/uninstall'
import {Flags, OscCommand} from '#sdk'

export default class PluginsUpdate extends OscCommand {
  static override summary = 'Update all plugins that were installed by name'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins update', description: 'Update within the version ranges given at installation'},
  ]
  static override flags = {
    'allow-scripts': Flags.boolean({
      description: 'Run the install scripts of packages, with your permissions',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(PluginsUpdate)
    const before = readTrust(this.runtime.dataDir)
    const updated = await updatePlugins({allowScripts: flags['allow-scripts']}, this.runtime)
    if (updated.length === 0) await this.note('No plugin was installed by name. Nothing to update.')
    for (const {name, version} of updated)
      await this.note(
        before[name]?.version === version
          ? `${name} ${version} is the newest version that fits.`
          : `Updated ${name} to version ${version}.`,
      )
  }
}
