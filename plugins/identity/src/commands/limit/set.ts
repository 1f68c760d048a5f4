import {Args, Flags, requireChanges, ShowCommand} from '@osc-cli/core'
import {Limit, limitFields} from '#limit'

export default class LimitSet extends ShowCommand {
  static override summary = 'Change a project limit'
  static override roles = ['admin']
  static override calls = ['PATCH /v3/limits/{id}']
  static override examples = [
    {
      command: 'osc limit set --resource-limit 30 $(osc limit list -f value -c ID | tail -1)',
      description: 'Raise the limit',
    },
  ]
  static override args = {
    limit_id: Args.string({description: 'Limit to change (ID)', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description'}),
    'resource-limit': Flags.integer({description: 'Limit', helpValue: 'NUMBER'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(LimitSet)
    const body = requireChanges({description: flags.description, resource_limit: flags['resource-limit']})
    await this.show(await this.api(Limit).update(args.limit_id, body), limitFields)
  }
}
