import {Args, asObject, pathSegment, ShowCommand} from '@osc-cli/core'
import {jsonCell, linkCell} from '#format/cells'
import {resourcePath} from '#stack-path'

export default class StackEventShow extends ShowCommand {
  static override summary = 'Show an event of a stack'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources/{resource}/events/{event_id}',
  ]
  static override examples = [
    {
      command:
        'osc stack event show web greeting $(osc stack event list web --resource greeting --limit 1 -f value -c id)',
      description: 'Show the first event of a resource',
    },
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
    resource: Args.string({description: 'Resource of the event', required: true}),
    event: Args.string({description: 'Event (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(StackEventShow)
    const session = await this.session()
    const path = `${await resourcePath(session, args.stack, args.resource)}/events/${pathSegment(args.event, 'event')}`
    const event = asObject((await session.get('orchestration', path)).event)
    const names = Object.keys(event)
    await this.show(event, {
      ...Object.fromEntries(names.map((name) => [name, name])),
      ...('links' in event ? {links: (row) => linkCell(row.links)} : {}),
      ...('resource_properties' in event ? {resource_properties: (row) => jsonCell(row.resource_properties)} : {}),
    })
  }
}
