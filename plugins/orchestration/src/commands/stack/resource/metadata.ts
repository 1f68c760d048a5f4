import {Args, asObject, ShowCommand, showFormat} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {resourcePath} from '#stack-path'

export default class StackResourceMetadata extends ShowCommand {
  static override summary = 'Show the metadata of a resource'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources/{resource}/metadata',
  ]
  static override examples = [
    {command: 'osc stack resource metadata web greeting', description: 'Show metadata as JSON'},
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
    resource: Args.string({description: 'Resource', required: true}),
  }
  static override flags = {format: showFormat({byDefault: 'json'})}

  async run(): Promise<void> {
    const {args} = await this.parse(StackResourceMetadata)
    const session = await this.session()
    const path = `${await resourcePath(session, args.stack, args.resource)}/metadata`
    const metadata = asObject((await session.get('orchestration', path)).metadata)
    await this.show(metadata, columnsOf(Object.keys(metadata)))
  }
}
