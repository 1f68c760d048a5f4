import {Flags, OscCommand} from '@osc-cli/core'
import {snapshotArgs, snapshotPath} from '#snapshot'

export default class StackSnapshotDelete extends OscCommand {
  static override summary = 'Delete a snapshot of a stack'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'DELETE /v1/{project_id}/stacks/{name}/{id}/snapshots/{snapshot_id}',
  ]
  static override examples = [
    {
      command: 'osc stack snapshot delete --yes web $(osc stack snapshot list web -f value -c id)',
      description: 'Delete a snapshot without a prompt',
    },
  ]
  static override args = snapshotArgs
  static override flags = {
    yes: Flags.boolean({char: 'y', description: 'Delete without asking for confirmation'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackSnapshotDelete)
    const sure = flags.yes || (await this.confirm(`Delete snapshot ${args.snapshot} of ${args.stack}?`))
    if (!sure) return await this.note('Nothing was deleted.')
    const session = await this.session()
    const path = await snapshotPath(session, args.stack, args.snapshot)
    await session.request({service: 'orchestration', method: 'DELETE', path})
  }
}
