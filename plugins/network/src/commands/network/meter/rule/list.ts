import {firstOf, ListCommand, pageFlags} from '@osc-cli/core'
import {MeterRule, meterRuleColumns} from '#network-meter'

export default class NetworkMeterRuleList extends ListCommand {
  static override summary = 'List rules of network meters'
  static override roles = ['admin']
  static override columns = Object.keys(meterRuleColumns)
  static override calls = ['GET /v2.0/metering/metering-label-rules']
  static override requires = 'metering'
  static override examples = [{command: 'osc network meter rule list', description: 'List all network meter rules'}]
  static override flags = {
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkMeterRuleList)
    const rows = this.api(MeterRule).list({marker: flags.marker, limit: flags.limit})
    await this.table(meterRuleColumns, firstOf(rows, flags['max-items']))
  }
}
