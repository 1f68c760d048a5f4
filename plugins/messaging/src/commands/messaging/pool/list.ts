import {Flags, ListCommand} from '@osc-cli/core'
import {listFlags} from '#flags'
import {poolColumns, poolFields} from '#pool'
import {namedRows, Pool} from '#zaqar'

export default class MessagingPoolList extends ListCommand {
  static override summary = 'List pools'
  static override roles = ['admin']
  static override calls = ['GET /v2/pools']
  static override examples = [
    {command: `osc messaging pool list --detailed`, description: 'List storage backends and their options'},
  ]
  static override flags = {
    ...listFlags('pool name', 'pools'),
    detailed: Flags.boolean({description: 'Show the options of each pool'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(MessagingPoolList)
    const {limit, marker, detailed} = flags
    const rows = namedRows(this.api(Pool), {marker, limit, detailed: detailed || undefined})
    await this.table(detailed ? poolFields : poolColumns, rows)
  }
}
