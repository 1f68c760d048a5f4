import {refreshContext} from '#context/refresh'
import {OscCommand} from '#sdk'

export default class ContextRefresh extends OscCommand {
  static override summary = 'Log in anew and ask the cloud what it offers: catalog, versions, extensions.'
  static override examples = [{command: 'osc context refresh', description: 'Help is up to date from then on'}]
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
