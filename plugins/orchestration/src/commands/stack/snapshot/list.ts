import {Args, ListCommand} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {snapshotsPath} from '#snapshot'

export default class StackSnapshotList extends ListCommand {
  static override summary = 'List snapshots of a stack'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/snapshots',
  ]
  static override examples = [
    {command: 'osc stack snapshot list web', description: 'List the snapshots that can be restored'},
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(StackSnapshotList)
    const session = await this.session()
    const snapshots = session.list('orchestration', await snapshotsPath(session, args.stack), 'snapshots', {
      singlePage: true,
    })
    await this.table(columnsOf(['id', 'name', 'action', 'status', 'status_reason', 'creation_time']), snapshots)
  }
}
