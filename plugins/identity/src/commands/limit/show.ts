import {Args, ShowCommand} from '@osc-cli/core'
import {Limit, limitFields} from '#limit'

export default class LimitShow extends ShowCommand {
  static override summary = 'Show a project limit'
  static override roles = []
  static override columns = Object.keys(limitFields)
  static override calls = ['GET /v3/limits/{id}']
  static override examples = [
    {command: 'osc limit show $(osc limit list -f value -c ID | tail -1)', description: 'Use the last one in the list'},
  ]
  static override args = {
    limit_id: Args.string({description: 'Limit (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(LimitShow)
    await this.show(await this.api(Limit).find(args.limit_id), limitFields)
  }
}
