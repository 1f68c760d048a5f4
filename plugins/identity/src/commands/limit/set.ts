import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {changes} from '#changes'
import {Limit} from '#limit'

export default class LimitSet extends ShowCommand {
  static override summary = 'Change a limit of a project.'
  static override roles = ['admin']
  static override calls = ['PATCH /v3/limits/{id}']
  static override examples = [
    {
      command: 'osc limit set --resource-limit 30 $(osc limit list -f value -c ID | tail -1)',
      description: 'More of it',
    },
  ]
  static override args = {
    limit_id: Args.string({description: 'Limit to change (ID).', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'What it is for.'}),
    'resource-limit': Flags.integer({description: 'How many there may be.', helpValue: 'NUMBER'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(LimitSet)
    const body = changes({description: flags.description, resource_limit: flags['resource-limit']})
    await this.show(await this.api(Limit).update(args.limit_id, body))
  }
}
