import {Args, asArray, Flags, OscCommand, tagSetFlags} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {SubnetPool} from '#subnet-pool'
import {subnetPoolBody, subnetPoolFlags} from '#subnet-pool-body'
import {saveTags} from '#tags'

export default class SubnetPoolSet extends OscCommand {
  static override summary = 'Change a subnet pool'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/subnetpools?name={name}',
    'GET /v2.0/address-scopes?name={name}',
    'PUT /v2.0/subnetpools/{id}',
    'PUT /v2.0/subnetpools/{id}/tags',
  ]
  static override requires = 'subnet_allocation'
  static override seeAlso = ['subnet pool unset']
  static override examples = [
    {command: 'osc subnet pool set --pool-prefix 10.9.0.0/16 office', description: 'Add a prefix'},
  ]
  static override args = {
    subnet_pool: Args.string({description: 'Subnet pool to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    'pool-prefix': Flags.strings({
      description: 'Prefix to add, in CIDR notation (repeatable)',
      helpValue: 'POOL-PREFIX',
    }),
    ...subnetPoolFlags,
    'address-scope': Flags.string({
      description: 'Address scope (name or ID)',
      helpValue: 'ADDRESS-SCOPE',
      exclusive: ['no-address-scope'],
    }),
    'no-address-scope': Flags.boolean({description: 'Remove the address scope', exclusive: ['address-scope']}),
    ...tagSetFlags('subnet pool'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SubnetPoolSet)
    const pools = this.api(SubnetPool)
    const pool = await pools.find(args.subnet_pool)
    const prefixes = flags['pool-prefix']
    await pools.update(String(pool.id), {
      name: flags.name,
      prefixes: prefixes && [...prefixes, ...asArray(pool.prefixes)],
      ...(await subnetPoolBody(this.api, flags)),
      ...extraProperties(flags),
    })
    await saveTags(pools, pool, flags)
  }
}
