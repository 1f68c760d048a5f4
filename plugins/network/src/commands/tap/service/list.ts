import {ListCommand, projectFlags, projectOf} from '@osc-cli/core'
import {TapService, tapServiceColumns} from '#tap/service'

export default class TapServiceList extends ListCommand {
  static override summary = 'List tap services'
  static override roles = ['reader']
  static override columns = Object.keys(tapServiceColumns)
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'GET /v2.0/taas/tap_services']
  static override requires = 'taas'
  static override examples = [{command: 'osc tap service list', description: 'List all tap services'}]
  static override flags = {...projectFlags('List tap services of this project (name or ID)')}

  async run(): Promise<void> {
    const {flags} = await this.parse(TapServiceList)
    const found = this.api(TapService).list({project_id: await projectOf(this.api, flags)})
    await this.table(tapServiceColumns, found)
  }
}
