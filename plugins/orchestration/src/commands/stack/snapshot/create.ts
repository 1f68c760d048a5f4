import {Args, asObject, Flags, ShowCommand} from '@osc-cli/core'
import {snapshotsPath} from '#snapshot'

export default class StackSnapshotCreate extends ShowCommand {
  static override summary = 'Create a snapshot of a stack'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'POST /v1/{project_id}/stacks/{name}/{id}/snapshots',
  ]
  static override examples = [
    {command: 'osc stack snapshot create --name before web', description: 'Create a snapshot before a change'},
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'Name of the snapshot', helpValue: 'NAME'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackSnapshotCreate)
    const session = await this.session()
    const path = await snapshotsPath(session, args.stack)
    const answer = await session.request({service: 'orchestration', method: 'POST', path, body: {name: flags.name}})
    const snapshot = asObject(await answer.json())
    const text = (key: string) => () => (key in snapshot ? snapshot[key] : '')
    await this.show(snapshot, {
      ID: text('id'),
      name: text('name'),
      action: text('action'),
      status: text('status'),
      status_reason: text('status_reason'),
      data: text('data'),
      creation_time: text('creation_time'),
    })
  }
}
