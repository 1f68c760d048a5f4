import {Args, OscCommand} from '@osc-cli/core'
import {EndpointGroup} from '#endpoint-group'

export default class EndpointGroupDelete extends OscCommand {
  static override summary = 'Delete endpoint groups and keep their endpoints'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/OS-EP-FILTER/endpoint_groups?name={name}',
    'DELETE /v3/OS-EP-FILTER/endpoint_groups/{id}',
  ]
  static override examples = [{command: 'osc endpoint group delete inside', description: 'Delete one group'}]
  static override args = {
    groups: Args.string({description: 'Endpoint groups to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(EndpointGroupDelete)
    await this.each(args.groups, async (group) => {
      await this.api(EndpointGroup).delete(await this.api(EndpointGroup).id(group))
    })
  }
}
