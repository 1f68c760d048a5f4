import {readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {changePlugins} from '#plugins/installing/change'
import {writeNotes, writeTrust} from '#plugins/installing/records'
import {Flags, OscCommand, UsageError} from '#sdk'

export default class PluginsReset extends OscCommand {
  static override summary = 'Remove all plugins installed or linked for this user'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc plugins reset --yes', description: 'Remove them without confirmation'}]
  static override flags = {yes: Flags.boolean({description: 'Do not ask for confirmation'})}

  async run(): Promise<void> {
    const {flags} = await this.parse(PluginsReset)
    const {dataDir, stdin} = this.runtime
    if (!flags.yes && !stdin().isTTY) {
      throw new UsageError('Not a terminal: no plugin was removed.', {hint: 'Use --yes to remove without asking.'})
    }
    if (!flags.yes && !(await this.confirm(`Remove every plugin in ${dataDir}?`))) return await this.note('Cancelled.')
    await changePlugins(this.runtime, async (stage) => {
      // The records are not read: a reset must work if they are damaged.
      for (const part of readdirSync(stage)) rmSync(join(stage, part), {recursive: true, force: true})
      writeNotes(stage, [])
      writeTrust(stage, {})
    })
    for (const part of ['package-lock.json', 'packages']) rmSync(join(dataDir, part), {recursive: true, force: true})
    await this.note('Removed every installed plugin.')
  }
}
