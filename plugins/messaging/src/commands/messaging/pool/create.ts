import {Args, Flags, pathSegment, ShowCommand} from '@osc-cli/core'
import {poolFields} from '#pool'
import {objectFrom, send} from '#zaqar'

export default class MessagingPoolCreate extends ShowCommand {
  static override summary = 'Create a pool'
  static override roles = ['admin']
  static override calls = ['PUT /v2/pools/{name}']
  static override examples = [
    {
      command: `osc messaging pool create --flavor fast-queues fast redis://192.0.2.20:6379 100`,
      description: 'Create a pool of a flavor',
    },
  ]
  static override args = {
    pool_name: Args.string({description: 'Name of the new pool', required: true}),
    pool_uri: Args.string({description: 'URI of the storage backend', required: true, secret: true}),
    pool_weight: Args.integer({
      description: 'Weight: how many queues it gets in relation to other pools',
      required: true,
    }),
  }
  static override flags = {
    flavor: Flags.string({description: 'Flavor that the pool belongs to', helpValue: 'FLAVOR'}),
    pool_options: Flags.string({
      description: 'Options of the storage backend (JSON object, or @FILE)',
      helpValue: 'JSON',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingPoolCreate)
    const options = (await objectFrom(flags.pool_options, '--pool_options', this.runtime)) ?? {}
    const pool = {uri: args.pool_uri, weight: args.pool_weight, options, flavor: flags.flavor || undefined}
    await send(this, {method: 'PUT', path: `/pools/${pathSegment(args.pool_name, 'pool')}`, body: pool})
    await this.show({name: args.pool_name, ...pool}, poolFields)
  }
}
