import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {buildPlugin, pluginFolder} from '#authoring/build'
import {changesBelow} from '#authoring/watch'
import {OscCommand, OscError} from '#sdk'

export default class PluginsDev extends OscCommand {
  static override summary = 'Link the plugin in this folder and build it at every change, until Ctrl-C.'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc plugins dev', description: 'An edit is live at the next command'}]

  async run(): Promise<void> {
    await this.parse(PluginsDev)
    const {cwd, signal} = this.runtime
    const root = pluginFolder(cwd)
    await this.build(root)
    this.link(root)
    await this.note(`Linked ${root}; undo it with: osc plugins unlink ${root}`)
    for await (const _ of changesBelow(join(root, 'src'), signal)) await this.build(root)
    signal.throwIfAborted()
  }

  /** What is wrong with the code is told, and mended with the next change. */
  private async build(root: string): Promise<void> {
    const start = performance.now()
    try {
      await buildPlugin(root, (text) => this.runtime.stderr.write(text))
      await this.note(`Built in ${Math.round(performance.now() - start)} ms.`)
    } catch (error) {
      if (!(error instanceof OscError)) throw error
      await this.note([error.message, error.hint].filter(Boolean).join('\n'))
    }
  }

  private link(root: string): void {
    const {root: set, env} = this.runtime
    const osc = join(set, 'bin', 'osc.js')
    const {status, stderr} = spawnSync(process.execPath, [osc, 'plugins', 'link', '--no-install', root], {
      env: {...env},
      encoding: 'utf8',
    })
    if (status !== 0) throw new OscError(`The plugin cannot be linked: ${stderr.trim()}`)
  }
}
