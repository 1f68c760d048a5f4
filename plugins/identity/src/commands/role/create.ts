import {Args, Flags, idIn, ShowCommand} from '@osc-cli/core'
import {Domain} from '#domain'
import {immutability, immutableOptions, orShow} from '#flags'
import {createOrShow} from '#or-show'
import {Role, roleFields} from '#role'

export default class RoleCreate extends ShowCommand {
  static override summary = 'Create a role'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/roles?name={name}', 'POST /v3/roles']
  static override examples = [
    {
      command: 'osc role create --description "Can read invoices" auditor',
      description: 'Create a role for all domains',
    },
    {command: 'osc role create --domain default auditor', description: 'Create a role of the same name for one domain'},
    {command: 'osc role create --or-show auditor', description: 'Show the existing one if there is one'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the new role', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description'}),
    domain: Flags.string({description: 'Domain to create it in (name or ID)', helpValue: 'DOMAIN'}),
    ...orShow('role'),
    ...immutability('role'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RoleCreate)
    const domain = await idIn(this.api, Domain, flags.domain)
    const body = {
      name: args.name,
      domain_id: domain,
      description: flags.description,
      options: immutableOptions(flags),
    }
    const query = domain === undefined ? undefined : {domain_id: domain}
    await this.show(await createOrShow(this.api, Role, body, {orShow: flags['or-show'], query}), roleFields)
  }
}
