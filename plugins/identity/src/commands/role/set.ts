import {Args, Flags, idIn, OscCommand, requireChanges} from '@osc-cli/core'
import {immutability, immutableOptions, ownDomain} from '#flags'
import {Role} from '#role'

export default class RoleSet extends OscCommand {
  static override summary = 'Change a role'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/roles?name={name}', 'PATCH /v3/roles/{id}']
  static override examples = [
    {command: 'osc role set --description "Can read all invoices" auditor', description: 'Set a description'},
  ]
  static override args = {
    role: Args.string({description: 'Role to change (name or ID)', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description'}),
    ...ownDomain('role'),
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...immutability('role'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RoleSet)
    const body = {name: flags.name, description: flags.description, options: immutableOptions(flags)}
    await this.api(Role).update(await idIn(this.api, Role, args.role, flags.domain), requireChanges(body))
  }
}
