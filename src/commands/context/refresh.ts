import {refreshContext} from '#context/refresh'
import {OscCommand} from '#sdk'

export default class ContextRefresh extends OscCommand {
  static override summary = 'Refresh the cached catalog, versions and extensions'
  static override examples = [
    {command: 'osc context refresh', description: 'Log in again and refresh the data that help uses'},
  ]
  static override roles = []
  static override calls = [
    'POST /v3/auth/tokens',
    'GET / of each service',
    'GET /v3/extensions',
    'GET /v2.1/extensions',
    'GET /v3/{project_id}/extensions',
    'GET /v2.0/extensions',
  ]
  static override seeAlso = ['context show']

  async run(): Promise<void> {
    await this.parse(ContextRefresh)
    for (const line of await refreshContext(this.runtime)) await this.note(line)
  }
}
