import {Args, OscCommand, tagUnsetFlags} from '@osc-cli/core'
import {SubnetPool} from '#subnet-pool'
import {saveTags} from '#tags'

export default class SubnetPoolUnset extends OscCommand {
  static override summary = 'Remove tags from a subnet pool'
  static override roles = ['member']
  static override calls = ['GET /v2.0/subnetpools?name={name}', 'PUT /v2.0/subnetpools/{id}/tags']
  static override requires = 'subnet_allocation'
  static override examples = [{command: 'osc subnet pool unset --all-tag office', description: 'Remove all tags'}]
  static override args = {
    subnet_pool: Args.string({description: 'Subnet pool to change (name or ID)', required: true}),
  }
  static override flags = {
    ...tagUnsetFlags('subnet pool'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SubnetPoolUnset)
    const pools = this.api(SubnetPool)
    await saveTags(pools, await pools.find(args.subnet_pool), flags, true)
  }
}
