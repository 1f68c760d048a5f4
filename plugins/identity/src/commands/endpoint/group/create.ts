import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {EndpointGroup} from '#endpoint-group'
import {readJson} from '#json-file'

export default class EndpointGroupCreate extends ShowCommand {
  static override summary = 'Create an endpoint group from filters'
  static override roles = ['admin']
  static override calls = ['POST /v3/OS-EP-FILTER/endpoint_groups']
  static override examples = [
    {
      command: `osc endpoint group create --description "For machines inside" inside '{"interface": "internal"}'`,
      description: 'Group all internal endpoints',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new group', required: true}),
    filters: Args.string({
      description:
        'Filters for its endpoints (service_id, region_id, interface, enabled): JSON, or a file that contains it',
      required: true,
    }),
  }
  static override flags = {
    description: Flags.string({description: 'Description'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(EndpointGroupCreate)
    const filters = await readJson(args.filters, this.runtime.cwd)
    await this.show(await this.api(EndpointGroup).create({name: args.name, filters, description: flags.description}))
  }
}
