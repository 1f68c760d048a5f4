import {existsSync} from 'node:fs'
import {Args, Flags, NotFoundError, OscCommand} from '@osc-cli/core'
import {callControl, requireRunning} from '#control-client'
import {requireTerminal} from '#require-terminal'
import {snapshotFile} from '#snapshots'

export default class SandboxSnapshotRestore extends OscCommand {
  static override summary = 'Restore a saved state of the sandbox'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc sandbox snapshot restore before --yes', description: 'Replace the current state without asking'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the snapshot', required: true}),
  }

  static override flags = {
    yes: Flags.boolean({description: 'Do not ask for confirmation'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SandboxSnapshotRestore)
    const {run} = await requireRunning(this.runtime)
    const file = snapshotFile(this.runtime, args.name)
    if (!existsSync(file)) {
      throw new NotFoundError(`Snapshot '${args.name}' does not exist.`, {
        hint: 'List them with: osc sandbox snapshot list',
      })
    }
    if (!flags.yes) {
      requireTerminal(this.runtime, `sandbox snapshot restore ${args.name}`)
      if (!(await this.confirm(`Replace everything in ${run.state}?`))) return
    }
    await callControl(run, 'POST', '/restore', {body: {file}})
    await this.note(`Restored snapshot '${args.name}'.`)
  }
}
