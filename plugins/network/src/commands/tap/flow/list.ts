import {ListCommand, projectFlags, projectOf} from '@osc-cli/core'
import {TapFlow, tapFlowColumns} from '#tap/flow'

export default class TapFlowList extends ListCommand {
  static override summary = 'List tap flows'
  static override roles = ['reader']
  static override columns = Object.keys(tapFlowColumns)
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'GET /v2.0/taas/tap_flows']
  static override requires = 'taas'
  static override examples = [{command: 'osc tap flow list', description: 'List all tap flows'}]
  static override flags = {...projectFlags('List tap flows of this project (name or ID)')}

  async run(): Promise<void> {
    const {flags} = await this.parse(TapFlowList)
    const found = this.api(TapFlow).list({project_id: await projectOf(this.api, flags)})
    await this.table(tapFlowColumns, found)
  }
}
