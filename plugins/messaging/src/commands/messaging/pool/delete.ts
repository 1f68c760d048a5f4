import {Args, OscCommand, pathSegment} from '@osc-cli/core'
import {send} from '#zaqar'

export default class MessagingPoolDelete extends OscCommand {
  static override summary = 'Delete a pool'
  static override roles = ['admin']
  static override calls = ['DELETE /v2/pools/{name}']
  static override examples = [{command: `osc messaging pool delete fast`, description: 'Delete an unused pool'}]
  static override args = {pool_name: Args.string({description: 'Pool (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingPoolDelete)
    await send(this, {method: 'DELETE', path: `/pools/${pathSegment(args.pool_name, 'pool')}`})
  }
}
