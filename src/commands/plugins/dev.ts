import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {pluginFolder} from '#authoring/build'
import {changesBelow} from '#authoring/watch'
import {linkPlugin} from '#plugins/installing/link'
import {OscCommand} from '#sdk'

export default class PluginsDev extends OscCommand {
  static override summary = 'Link the plugin in this folder and rebuild it on changes'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc plugins dev', description: 'Rebuild on every change until Ctrl-C'}]

  async run(): Promise<void> {
    await this.parse(PluginsDev)
    const {cwd, signal} = this.runtime
    const root = pluginFolder(cwd)
    await this.build(root)
    const {name} = await linkPlugin(root, this.runtime)
    await this.note(`Linked ${name} to ${root}. To undo: ${this.runtime.program} plugins unlink ${name}`)
    for await (const _ of changesBelow(join(root, 'src'), signal)) await this.build(root)
    signal.throwIfAborted()
  }

  /** In a separate process, because this one would not load a changed module again. An error waits for the next change. */
  private async build(root: string): Promise<void> {
    const start = performance.now()
    const status = await this.osc(root, 'plugins', 'build')
    if (status === 0) await this.note(`Built in ${Math.round(performance.now() - start)} ms.`)
  }

  private async osc(cwd: string, ...argv: string[]): Promise<number | null> {
    const {root, env} = this.runtime
    const child = spawn(process.execPath, [join(root, 'bin', 'osc.js'), ...argv], {
      cwd,
      env: {...env},
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const closed = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    for await (const text of child.stderr.setEncoding('utf8')) await this.runtime.stderr.write(String(text))
    return await closed
  }
}
