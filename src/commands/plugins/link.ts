import {linkPlugin} from '#plugins/installing/link'
import {Args, Flags, OscCommand} from '#sdk'

export default class PluginsLink extends OscCommand {
  static override summary = 'Link a plugin folder for development'
  static override description = 'The plugin runs from its folder: after each build, the next command runs the new code.'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc plugins link .', description: 'Link the plugin in this folder'}]
  static override args = {
    folder: Args.string({description: 'Folder of the built plugin (default: the current folder)', default: '.'}),
  }
  static override flags = {
    install: Flags.boolean({description: 'No effect: run npm install yourself', allowNo: true, hidden: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(PluginsLink)
    const {name, root} = await linkPlugin(args.folder, this.runtime)
    await this.note(`Linked ${name} to ${root}. To undo: ${this.runtime.program} plugins unlink ${name}`)
  }
}
