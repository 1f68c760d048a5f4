import {Args, asArray, asObject, Flags, ShowCommand} from '@osc-cli/core'
import {RegisteredLimit, regionFlag, regionOf} from '#limit'
import {serviceId} from '#service'

export default class RegisteredLimitCreate extends ShowCommand {
  static override summary =
    'Register a limit of a service: what projects may have unless they have a limit of their own.'
  static override roles = ['admin']
  static override calls = ['GET /v3/services', 'POST /v3/registered_limits']
  static override examples = [
    {
      command: 'osc registered limit create --service keystone --default-limit 10 users',
      description: 'Ten of them each',
    },
  ]
  static override args = {
    resource_name: Args.string({description: 'Resource that is limited.', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'What it is for.'}),
    ...regionFlag,
    service: Flags.string({
      description: 'Service of the resource (type, name or ID).',
      helpValue: 'SERVICE',
      required: true,
    }),
    'default-limit': Flags.integer({description: 'How many there may be.', helpValue: 'NUMBER', required: true}),
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
    // The API creates lists of limits; this is a list of one.
    const answer = await (await this.session()).request({
      service: 'identity',
      method: 'POST',
      path: RegisteredLimit.path,
      body: {registered_limits: [limit]},
    })
    await this.show(asObject(asArray(asObject(await answer.json()).registered_limits)[0]))
  }
}
