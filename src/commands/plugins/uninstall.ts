import {uninstallPlugins} from '#plugins/installing/uninstall'
import {Args, OscCommand} from '#sdk'

export default class PluginsUninstall extends OscCommand {
  static override summary = 'Remove plugins that were installed or linked, all of them or none.'
  static override roles = []
  static override calls = []
  static override aliases = ['plugins:remove', 'plugins:unlink']
  static override examples = [
    {command: 'osc plugins uninstall @osc-cli/plugin-heat', description: 'Its commands are gone'},
  ]
  static override args = {
    plugin: Args.string({description: 'Package.', multiple: true, required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(PluginsUninstall)
    const names = [args.plugin].flat()
    await uninstallPlugins(names, this.runtime)
    await this.note(`Removed ${names.join(', ')}.`)
  }
}
