import {Args, ShowCommand} from '@osc-cli/core'
import {RegisteredLimit, registeredLimitFields} from '#limit'

export default class RegisteredLimitShow extends ShowCommand {
  static override summary = 'Show a registered limit'
  static override roles = []
  static override columns = Object.keys(registeredLimitFields)
  static override calls = ['GET /v3/registered_limits/{id}']
  static override examples = [
    {
      command: 'osc registered limit show $(osc registered limit list -f value -c ID | tail -1)',
      description: 'Use the last one in the list',
    },
  ]
  static override args = {
    registered_limit_id: Args.string({description: 'Registered limit (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(RegisteredLimitShow)
    await this.show(await this.api(RegisteredLimit).find(args.registered_limit_id), registeredLimitFields)
  }
}
