import {existsSync} from 'node:fs'
import {Args, NotFoundError, OscCommand} from '@osc-cli/core'
import {askSandbox, requireRunning} from '#control-client'
import {snapshotFile} from '#snapshots'

export default class SandboxSnapshotRestore extends OscCommand {
  static override summary = 'Take the sandbox back to a state that was kept.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc sandbox snapshot restore before', description: 'As if nothing had happened'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the snapshot.', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SandboxSnapshotRestore)
    const {run} = await requireRunning(this.runtime)
    const file = snapshotFile(this.runtime, args.name)
    if (!existsSync(file)) {
      throw new NotFoundError(`There is no snapshot '${args.name}'.`, {hint: 'See osc sandbox snapshot list.'})
    }
    await askSandbox(run, 'POST', '/restore', {file})
    await this.note(`The sandbox is as it was when '${args.name}' was saved.`)
  }
}
