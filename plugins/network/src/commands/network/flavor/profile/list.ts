import {firstOf, ListCommand, pageFlags} from '@osc-cli/core'
import {FlavorProfile, flavorProfileColumns} from '#network-flavor-profile'

export default class NetworkFlavorProfileList extends ListCommand {
  static override summary = 'List network flavor profiles'
  static override roles = ['admin']
  static override columns = Object.keys(flavorProfileColumns)
  static override calls = ['GET /v2.0/service_profiles']
  static override requires = 'flavors'
  static override examples = [{command: 'osc network flavor profile list', description: 'List all flavor profiles'}]
  static override flags = {
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkFlavorProfileList)
    const rows = this.api(FlavorProfile).list({marker: flags.marker, limit: flags.limit})
    await this.table(flavorProfileColumns, firstOf(rows, flags['max-items']))
  }
}
