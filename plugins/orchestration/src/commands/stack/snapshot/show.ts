import {asObject, ShowCommand, showFormat} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {snapshotArgs, snapshotPath} from '#snapshot'

export default class StackSnapshotShow extends ShowCommand {
  static override summary = 'Show a snapshot of a stack'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/snapshots/{snapshot_id}',
  ]
  static override examples = [
    {
      command: 'osc stack snapshot show web $(osc stack snapshot list web -f value -c id)',
      description: 'Show a snapshot with its data',
    },
  ]
  static override args = snapshotArgs
  static override flags = {format: showFormat({byDefault: 'yaml'})}

  async run(): Promise<void> {
    const {args} = await this.parse(StackSnapshotShow)
    const session = await this.session()
    const answer = asObject(await session.get('orchestration', await snapshotPath(session, args.stack, args.snapshot)))
    await this.show(answer, columnsOf(Object.keys(answer)))
  }
}
