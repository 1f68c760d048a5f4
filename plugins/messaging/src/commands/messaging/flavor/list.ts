import {Flags, ListCommand} from '@osc-cli/core'
import {listFlags} from '#flags'
import {flavorColumns, flavorFields} from '#flavor'
import {Flavor, namedRows} from '#zaqar'

export default class MessagingFlavorList extends ListCommand {
  static override summary = 'List flavors'
  static override roles = ['admin']
  static override calls = ['GET /v2/flavors']
  static override examples = [
    {command: `osc messaging flavor list --detailed`, description: 'List flavors and their capabilities'},
  ]
  static override flags = {
    ...listFlags('flavor name', 'flavors'),
    detailed: Flags.boolean({description: 'Show the capabilities of each flavor'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(MessagingFlavorList)
    const {limit, marker, detailed} = flags
    const rows = namedRows(this.api(Flavor), {marker, limit, detailed: detailed || undefined})
    await this.table(detailed ? flavorFields : flavorColumns, rows)
  }
}
