import {chmodSync, existsSync, renameSync, rmSync} from 'node:fs'
import {Args, ConflictError, Flags, OscCommand} from '@osc-cli/core'
import {callControl, requireRunning} from '#control-client'
import {snapshotFile} from '#snapshots'

export default class SandboxSnapshotSave extends OscCommand {
  static override summary = 'Save the state of the sandbox under a name'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc sandbox snapshot save before', description: 'Save the state to restore it later'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the snapshot', required: true}),
  }
  static override flags = {
    force: Flags.boolean({description: 'Replace an existing snapshot of that name'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SandboxSnapshotSave)
    const {run} = await requireRunning(this.runtime)
    const file = snapshotFile(this.runtime, args.name)
    if (existsSync(file) && !flags.force) {
      throw new ConflictError(`Snapshot '${args.name}' already exists.`, {hint: 'Replace it with --force.'})
    }
    const draft = `${file}.${process.pid}.tmp`
    try {
      await callControl(run, 'POST', '/snapshot', {body: {file: draft}})
      chmodSync(draft, 0o600)
      renameSync(draft, file)
    } finally {
      rmSync(draft, {force: true})
    }
    await this.note(`Saved snapshot '${args.name}'.`)
  }
}
