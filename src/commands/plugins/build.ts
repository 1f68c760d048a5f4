import {buildPlugin, pluginFolder} from '#authoring/build'
import {OscCommand} from '#sdk'

export default class PluginsBuild extends OscCommand {
  static override summary = 'Compile the plugin in this folder and write its manifest'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc plugins build', description: 'Build the plugin in the current folder'}]

  async run(): Promise<void> {
    await this.parse(PluginsBuild)
    await buildPlugin(pluginFolder(this.runtime.cwd), (text) => this.runtime.stderr.write(text))
  }
}
