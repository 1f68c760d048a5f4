import {Args, Flags, projectFlags, projectOf, ShowCommand, tagFlags} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {sharedOf, shareFlags} from '#share-flags'
import {SubnetPool, subnetPoolFields} from '#subnet-pool'
import {subnetPoolBody, subnetPoolFlags} from '#subnet-pool-body'
import {saveTags} from '#tags'

export default class SubnetPoolCreate extends ShowCommand {
  static override summary = 'Create a subnet pool'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/address-scopes?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/subnetpools',
    'PUT /v2.0/subnetpools/{id}/tags',
  ]
  static override requires = 'subnet_allocation'
  static override seeAlso = ['subnet create']
  static override examples = [
    {
      command: 'osc subnet pool create --pool-prefix 10.8.0.0/16 --default-prefix-length 24 office',
      description: 'Create a subnet pool',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new subnet pool', required: true}),
  }
  static override flags = {
    'pool-prefix': Flags.strings({
      description: 'Prefix in CIDR notation (repeatable)',
      helpValue: 'POOL-PREFIX',
      required: true,
    }),
    ...subnetPoolFlags,
    'address-scope': Flags.string({description: 'Address scope (name or ID)', helpValue: 'ADDRESS-SCOPE'}),
    ...shareFlags('subnet pool'),
    ...projectFlags('Project that owns the subnet pool (name or ID; default: your project)'),
    ...tagFlags('subnet pool'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SubnetPoolCreate)
    const pools = this.api(SubnetPool)
    const created = await pools.create({
      name: args.name,
      prefixes: flags['pool-prefix'],
      ...(await subnetPoolBody(this.api, flags)),
      shared: sharedOf(flags),
      project_id: await projectOf(this.api, flags),
      ...extraProperties(flags),
    })
    await this.show({...created, ...(await saveTags(pools, created, flags))}, subnetPoolFields)
  }
}
