import {ListCommand} from '@osc-cli/core'

const columns = {ID: 'id', 'Domain ID': 'domain_id', Enabled: 'enabled', Name: 'name'}

export default class FederationProjectList extends ListCommand {
  static override summary = 'List the projects you can get a scoped token for'
  static override roles = []
  static override columns = Object.keys(columns)
  static override calls = ['GET /v3/OS-FEDERATION/projects']
  static override examples = [
    {command: 'osc federation project list', description: 'List yours; works without federation'},
  ]

  async run(): Promise<void> {
    await this.parse(FederationProjectList)
    await this.table(columns, (await this.session()).list('identity', '/OS-FEDERATION/projects', 'projects'))
  }
}
