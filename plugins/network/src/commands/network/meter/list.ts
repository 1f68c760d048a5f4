import {firstOf, ListCommand, pageFlags} from '@osc-cli/core'
import {Meter, meterColumns} from '#network-meter'

export default class NetworkMeterList extends ListCommand {
  static override summary = 'List network meters'
  static override roles = ['admin']
  static override columns = Object.keys(meterColumns)
  static override calls = ['GET /v2.0/metering/metering-labels']
  static override requires = 'metering'
  static override examples = [{command: 'osc network meter list', description: 'List all network meters'}]
  static override flags = {
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkMeterList)
    const rows = this.api(Meter).list({marker: flags.marker, limit: flags.limit})
    await this.table(meterColumns, firstOf(rows, flags['max-items']))
  }
}
