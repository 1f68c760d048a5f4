import {Args, asArray, asObject, Flags, ShowCommand} from '@osc-cli/core'
import {RegisteredLimit, regionFlag, regionOf, registeredLimitFields} from '#limit'
import {serviceId} from '#service'

export default class RegisteredLimitCreate extends ShowCommand {
  static override summary = 'Create a registered limit, the default for all projects'
  static override roles = ['admin']
  static override calls = ['GET /v3/services', 'POST /v3/registered_limits']
  static override examples = [
    {
      command: 'osc registered limit create --service keystone --default-limit 10 users',
      description: 'Allow ten users per project',
    },
  ]
  static override args = {
    resource_name: Args.string({description: 'Resource to limit', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description'}),
    ...regionFlag,
    service: Flags.string({
      description: 'Service that owns the resource (type, name or ID)',
      helpValue: 'SERVICE',
      required: true,
    }),
    'default-limit': Flags.integer({description: 'Limit', helpValue: 'NUMBER', required: true}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RegisteredLimitCreate)
    const limit = {
      service_id: await serviceId(this.api, flags.service),
      resource_name: args.resource_name,
      default_limit: flags['default-limit'],
      description: flags.description,
      region_id: regionOf(flags),
    }
    // The API creates lists of limits.
    const answer = await (await this.session()).request({
      service: 'identity',
      method: 'POST',
      path: RegisteredLimit.path,
      body: {registered_limits: [limit]},
    })
    await this.show(asObject(asArray(asObject(await answer.json()).registered_limits)[0]), registeredLimitFields)
  }
}
