import {type Columns, ListCommand} from '@osc-cli/core'

const columns: Columns = {
  Hostname: 'hostname',
  Binary: 'binary',
  'Engine ID': 'engine_id',
  Host: 'host',
  Topic: 'topic',
  'Updated At': 'updated_at',
  Status: 'status',
}

export default class OrchestrationServiceList extends ListCommand {
  static override summary = 'List Heat engines'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(columns)
  static override calls = ['GET /v1/{project_id}/services']
  static override examples = [{command: 'osc orchestration service list', description: 'Show which engines are up'}]

  async run(): Promise<void> {
    await this.parse(OrchestrationServiceList)
    await this.table(columns, (await this.session()).list('orchestration', '/services', 'services', {singlePage: true}))
  }
}
