import {Flags, firstOf, ListCommand, pageFlags} from '@osc-cli/core'
import {QosRuleTypes, qosRuleTypeColumns} from '#qos-rule-type'

export default class NetworkQosRuleTypeList extends ListCommand {
  static override summary = 'List types of QoS rules'
  static override roles = ['reader']
  static override columns = Object.keys(qosRuleTypeColumns)
  static override calls = ['GET /v2.0/qos/rule-types']
  static override requires = 'qos'
  static override examples = [{command: 'osc network qos rule type list', description: 'List all types'}]
  static override flags = {
    ...Flags.choices({
      'all-supported': 'List types that at least one driver supports',
      'all-rules': 'List all types that Neutron knows',
    }),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkQosRuleTypeList)
    const rows = this.api(QosRuleTypes).list({
      all_supported: flags['all-supported'] || undefined,
      all_rules: flags['all-rules'] || undefined,
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(qosRuleTypeColumns, firstOf(rows, flags['max-items']))
  }
}
