import {Args, Flags, requireChanges, ShowCommand} from '@osc-cli/core'
import {RegisteredLimit, regionFlag, regionOf, registeredLimitFields} from '#limit'
import {serviceId} from '#service'

export default class RegisteredLimitSet extends ShowCommand {
  static override summary = 'Change a registered limit'
  static override roles = ['admin']
  static override calls = ['GET /v3/services', 'PATCH /v3/registered_limits/{id}']
  static override examples = [
    {
      command: 'osc registered limit set --default-limit 15 $(osc registered limit list -f value -c ID | tail -1)',
      description: 'Raise the default',
    },
  ]
  static override args = {
    registered_limit_id: Args.string({description: 'Registered limit to change (ID)', required: true}),
  }
  static override flags = {
    service: Flags.string({description: 'New service (type, name or ID)', helpValue: 'SERVICE'}),
    'resource-name': Flags.string({description: 'New resource name', helpValue: 'RESOURCE'}),
    'default-limit': Flags.integer({description: 'Limit', helpValue: 'NUMBER'}),
    description: Flags.string({description: 'Description'}),
    ...regionFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RegisteredLimitSet)
    const body = requireChanges({
      service_id: await serviceId(this.api, flags.service),
      resource_name: flags['resource-name'],
      default_limit: flags['default-limit'],
      description: flags.description,
      region_id: regionOf(flags),
    })
    await this.show(await this.api(RegisteredLimit).update(args.registered_limit_id, body), registeredLimitFields)
  }
}
