import {readdirSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {ListCommand} from '@osc-cli/core'
import {snapshotFile} from '#snapshots'

const SUFFIX = '.sqlite'

export default class SandboxSnapshotList extends ListCommand {
  static override summary = 'List the saved states of the sandbox'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc sandbox snapshot list', description: 'List names, times and sizes'}]

  async run(): Promise<void> {
    await this.parse(SandboxSnapshotList)
    const folder = dirname(snapshotFile(this.runtime, 'any'))
    const files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX))
    const rows = files.sort().map((file) => {
      const {mtime, size} = statSync(join(folder, file))
      return {name: file.slice(0, -SUFFIX.length), saved_at: mtime.toISOString(), bytes: size}
    })
    await this.table({Name: 'name', 'Saved At': 'saved_at', Bytes: 'bytes'}, rows)
  }
}
