import {Flags, ListCommand} from '@osc-cli/core'
import {Domain} from '#domain'
import {Role, roleColumns} from '#role'

export default class RoleList extends ListCommand {
  static override summary = 'List roles'
  static override roles = ['admin', 'system reader']
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/roles']
  static override examples = [
    {command: 'osc role list', description: 'List the roles for all domains'},
    {command: 'osc role list --domain default', description: 'List the roles of one domain'},
  ]
  static override flags = {
    domain: Flags.string({description: 'Domain (name or ID)', helpValue: 'DOMAIN'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(RoleList)
    if (flags.domain === undefined) return await this.table(roleColumns, this.api(Role).list())
    const {id, name} = await this.api(Domain).find(flags.domain)
    await this.table({...roleColumns, Domain: () => name}, this.api(Role).list({domain_id: String(id)}))
  }
}
