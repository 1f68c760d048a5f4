import {Flags, ListCommand} from '@osc-cli/core'
import {columnsOf} from '#event-columns'

export default class SoftwareConfigList extends ListCommand {
  static override summary = 'List software configs'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/software_configs']
  static override examples = [{command: 'osc software config list --limit 10', description: 'List the first ten'}]
  static override flags = {
    limit: Flags.integer({description: 'Maximum number of configs to return (0: all)', min: 0, helpValue: 'NUMBER'}),
    marker: Flags.string({description: 'ID of the config after which the list starts', helpValue: 'ID'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SoftwareConfigList)
    const query = {limit: flags.limit || undefined, marker: flags.marker}
    const configs = (await this.session()).list('orchestration', '/software_configs', 'software_configs', {
      query,
      singlePage: true,
    })
    await this.table(columnsOf(['id', 'name', 'group', 'creation_time']), configs)
  }
}
