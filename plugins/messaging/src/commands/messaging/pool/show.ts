import {Args, pathSegment, ShowCommand} from '@osc-cli/core'
import {shownPoolFields} from '#pool'
import {sendForObject} from '#zaqar'

export default class MessagingPoolShow extends ShowCommand {
  static override summary = 'Show a pool'
  static override roles = ['admin']
  static override columns = Object.keys(shownPoolFields)
  static override calls = ['GET /v2/pools/{name}']
  static override examples = [{command: `osc messaging pool show fast`, description: 'Show its URI, weight and flavor'}]
  static override args = {pool_name: Args.string({description: 'Pool (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingPoolShow)
    await this.show(await sendForObject(this, {path: `/pools/${pathSegment(args.pool_name, 'pool')}`}), shownPoolFields)
  }
}
