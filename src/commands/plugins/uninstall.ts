import {packageNamed} from '#plugins/installing/package-name'
import {uninstallPlugins} from '#plugins/installing/uninstall'
import {Args, OscCommand} from '#sdk'

export default class PluginsUninstall extends OscCommand {
  static override summary = 'Remove installed or linked plugins'
  static override roles = []
  static override calls = []
  static override aliases = ['plugins:remove', 'plugins:unlink']
  static override examples = [{command: 'osc plugins uninstall @osc-cli/plugin-heat', description: 'Remove a plugin'}]
  static override args = {
    plugin: Args.string({
      description: 'Package, namespace, or folder of a linked plugin',
      multiple: true,
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(PluginsUninstall)
    const {index, coreRoot, stderr} = this.runtime
    const wanted = [args.plugin].flat().map((text) => packageNamed(text, index, coreRoot))
    if (stderr.isTTY) await this.note(`Removing ${wanted.join(', ')} ...`)
    const removed = await uninstallPlugins(wanted, this.runtime)
    await this.note(`Removed ${removed.join(', ')}.`)
  }
}
