import {ListCommand} from '@osc-cli/core'

const columns = {ID: 'id', Enabled: 'enabled', Name: 'name', Description: 'description'}

export default class FederationDomainList extends ListCommand {
  static override summary = 'List the domains you can get a scoped token for'
  static override roles = []
  static override columns = Object.keys(columns)
  static override calls = ['GET /v3/OS-FEDERATION/domains']
  static override examples = [
    {command: 'osc federation domain list', description: 'List yours; works without federation'},
  ]

  async run(): Promise<void> {
    await this.parse(FederationDomainList)
    await this.table(columns, (await this.session()).list('identity', '/OS-FEDERATION/domains', 'domains'))
  }
}
