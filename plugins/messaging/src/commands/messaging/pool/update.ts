import {Args, Flags, pathSegment, ShowCommand} from '@osc-cli/core'
import {shownPoolFields} from '#pool'
import {objectFrom, send, sendForObject} from '#zaqar'

export default class MessagingPoolUpdate extends ShowCommand {
  static override summary = 'Change a pool'
  static override roles = ['admin']
  static override calls = ['PATCH /v2/pools/{name}', 'GET /v2/pools/{name}']
  static override examples = [
    {command: `osc messaging pool update --pool_weight 50 fast`, description: 'Assign it fewer new queues'},
  ]
  static override args = {pool_name: Args.string({description: 'Pool (name)', required: true})}
  static override flags = {
    pool_uri: Flags.string({description: 'New URI of the storage backend', helpValue: 'URI', secret: true}),
    pool_weight: Flags.integer({description: 'New weight', helpValue: 'NUMBER'}),
    flavor: Flags.string({description: 'New flavor', helpValue: 'FLAVOR'}),
    pool_options: Flags.string({description: 'New options (JSON object, or @FILE)', helpValue: 'JSON'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingPoolUpdate)
    const options = await objectFrom(flags.pool_options, '--pool_options', this.runtime)
    const body = {uri: flags.pool_uri, weight: flags.pool_weight, flavor: flags.flavor, options}
    const path = `/pools/${pathSegment(args.pool_name, 'pool')}`
    await send(this, {method: 'PATCH', path, body})
    await this.show(await sendForObject(this, {path}), shownPoolFields)
  }
}
