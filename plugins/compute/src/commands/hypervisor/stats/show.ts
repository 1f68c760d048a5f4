import {asObject, fields, ShowCommand} from '@osc-cli/core'
import {Hypervisor, oldFields} from '#hypervisor'

export default class HypervisorStatsShow extends ShowCommand {
  static override summary = 'Deprecated: show statistics of all hypervisors'
  static override description = 'Nova has no statistics since microversion 2.88. Use the resource provider commands.'
  static override roles = ['admin']
  static override calls = ['GET /v2.1/os-hypervisors/statistics']
  static override seeAlso = ['hypervisor list']
  static override examples = [{command: 'osc hypervisor stats show', description: 'Show used and free resources'}]

  async run(): Promise<void> {
    await this.parse(HypervisorStatsShow)
    await this.note('`hypervisor stats show` is deprecated.')
    const {hypervisor_statistics: statistics} = await this.api(Hypervisor).send('statistics', 'GET', '', undefined, {
      microversion: '2.1',
    })
    await this.show(asObject(statistics), COLUMNS)
  }
}

const {current_workload, ...rest} = oldFields
const COLUMNS = {...fields({count: 'count'}), current_workload, ...rest}
