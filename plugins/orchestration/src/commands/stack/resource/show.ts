import {Args, asObject, Flags, ShowCommand} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {resourcePath} from '#stack-path'

export default class StackResourceShow extends ShowCommand {
  static override summary = 'Show a resource of a stack'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources/{resource}',
  ]
  static override examples = [
    {command: 'osc stack resource show web greeting', description: 'Show its state and attributes'},
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
    resource: Args.string({description: 'Resource', required: true}),
  }
  static override flags = {
    'with-attr': Flags.strings({description: 'Additional attribute to show (repeatable)', helpValue: 'ATTRIBUTE'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackResourceShow)
    const session = await this.session()
    const path = await resourcePath(session, args.stack, args.resource)
    const resource = asObject((await session.get('orchestration', path, {with_attr: flags['with-attr']})).resource)
    await this.show(resource, columnsOf(Object.keys(resource)))
  }
}
