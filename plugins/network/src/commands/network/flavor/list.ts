import {firstOf, ListCommand, pageFlags} from '@osc-cli/core'
import {NetworkFlavor, networkFlavorColumns} from '#network-flavor'

export default class NetworkFlavorList extends ListCommand {
  static override summary = 'List network flavors'
  static override roles = ['reader']
  static override columns = Object.keys(networkFlavorColumns)
  static override calls = ['GET /v2.0/flavors']
  static override requires = 'flavors'
  static override examples = [{command: 'osc network flavor list', description: 'List all network flavors'}]
  static override flags = {
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkFlavorList)
    const rows = this.api(NetworkFlavor).list({marker: flags.marker, limit: flags.limit})
    await this.table(networkFlavorColumns, firstOf(rows, flags['max-items']))
  }
}
