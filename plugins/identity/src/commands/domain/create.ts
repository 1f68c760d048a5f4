import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Domain, domainFields} from '#domain'
import {enableDisable, immutability, immutableOptions, orShow} from '#flags'
import {createOrShow} from '#or-show'

export default class DomainCreate extends ShowCommand {
  static override summary = 'Create a domain'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'POST /v3/domains']
  static override examples = [
    {
      command: 'osc domain create --description "Partners" partners',
      description: 'Create a domain with its own users and projects',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new domain', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description'}),
    ...enableDisable('domain'),
    ...orShow('domain'),
    ...immutability('domain'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(DomainCreate)
    const body = {
      name: args.name,
      description: flags.description,
      enabled: !flags.disable,
      options: immutableOptions(flags),
    }
    await this.show(await createOrShow(this.api, Domain, body, {orShow: flags['or-show']}), domainFields)
  }
}
