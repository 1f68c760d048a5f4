import {firstOf, ListCommand, pageFlags, projectFlags, projectOf} from '@osc-cli/core'
import {QosPolicy, qosPolicyColumns} from '#qos-policy'
import {sharedOf, shareFilterFlags} from '#share-flags'

export default class NetworkQosPolicyList extends ListCommand {
  static override summary = 'List QoS policies'
  static override roles = ['reader']
  static override columns = Object.keys(qosPolicyColumns)
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'GET /v2.0/qos/policies']
  static override requires = 'qos'
  static override examples = [{command: 'osc network qos policy list', description: 'List all QoS policies'}]
  static override flags = {
    ...shareFilterFlags('QoS policies'),
    ...projectFlags('List QoS policies of this project (name or ID)'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkQosPolicyList)
    const rows = this.api(QosPolicy).list({
      shared: sharedOf(flags),
      project_id: await projectOf(this.api, flags),
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(qosPolicyColumns, firstOf(rows, flags['max-items']))
  }
}
