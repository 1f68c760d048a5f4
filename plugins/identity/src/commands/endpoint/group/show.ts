import {Args, ShowCommand} from '@osc-cli/core'
import {EndpointGroup} from '#endpoint-group'

export default class EndpointGroupShow extends ShowCommand {
  static override summary = 'Show an endpoint group'
  static override roles = ['admin', 'system reader']
  static override calls = [
    'GET /v3/OS-EP-FILTER/endpoint_groups?name={name}',
    'GET /v3/OS-EP-FILTER/endpoint_groups/{id}',
  ]
  static override examples = [{command: 'osc endpoint group show inside', description: 'Show its filters'}]
  static override args = {
    group: Args.string({description: 'Endpoint group (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(EndpointGroupShow)
    await this.show(await this.api(EndpointGroup).find(args.group))
  }
}
