import {asObject, Cells, type Columns, Flags, ShowCommand} from '@osc-cli/core'
import {Volume} from '#volume'

/** The summary is a record of its own under the volumes' path. */
const Summary = {...Volume, member: 'volume-summary', newest: '3.36'}

export default class VolumeSummary extends ShowCommand {
  static override summary = 'Show number and size of all volumes'
  static override roles = []
  static override microversion = '3.12'
  static override calls = ['GET /v3/volumes/summary']
  static override examples = [
    {command: 'osc volume summary --all-projects', description: 'Add up the volumes of all projects'},
  ]
  static override flags = {
    'all-projects': Flags.boolean({description: 'Include all projects (administrators)'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeSummary)
    const summaries = this.api(Summary)
    const summary = await summaries.get('summary', {all_tenants: flags['all-projects']})
    const columns: Columns = {
      'Total Count': 'total_count',
      'Total Size': 'total_size',
      ...((await summaries.microversion()).atLeast('3.36') && {
        Metadata: ({metadata}) => Cells.dict(asObject(metadata)),
      }),
    }
    await this.show(summary, columns)
  }
}
