import {OscCommand} from '@osc-cli/core'
import {snapshotArgs, snapshotPath} from '#snapshot'

export default class StackSnapshotRestore extends OscCommand {
  static override summary = 'Restore a stack from a snapshot'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'POST /v1/{project_id}/stacks/{name}/{id}/snapshots/{snapshot_id}/restore',
  ]
  static override examples = [
    {
      command: 'osc stack snapshot restore web $(osc stack snapshot list web -f value -c id)',
      description: 'Restore from the only snapshot',
    },
  ]
  static override args = snapshotArgs

  async run(): Promise<void> {
    const {args} = await this.parse(StackSnapshotRestore)
    const session = await this.session()
    const path = `${await snapshotPath(session, args.stack, args.snapshot)}/restore`
    await session.request({service: 'orchestration', method: 'POST', path})
  }
}
