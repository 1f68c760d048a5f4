import {Args, Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {EndpointGroup} from '#endpoint-group'
import {readJson} from '#json-file'

export default class EndpointGroupSet extends OscCommand {
  static override summary = 'Change an endpoint group'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/OS-EP-FILTER/endpoint_groups?name={name}',
    'PATCH /v3/OS-EP-FILTER/endpoint_groups/{id}',
  ]
  static override examples = [
    {
      command: `osc endpoint group set --filters '{"interface": "internal", "region_id": "RegionOne"}' inside`,
      description: 'Replace the filters',
    },
  ]
  static override args = {
    group: Args.string({description: 'Endpoint group to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    filters: Flags.string({description: 'New filters: JSON, or a file that contains it', helpValue: 'FILENAME'}),
    description: Flags.string({description: 'Description'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(EndpointGroupSet)
    const body = requireChanges({
      name: flags.name,
      filters: flags.filters === undefined ? undefined : await readJson(flags.filters, this.runtime.cwd),
      description: flags.description,
    })
    await this.api(EndpointGroup).update(await this.api(EndpointGroup).id(args.group), body)
  }
}
