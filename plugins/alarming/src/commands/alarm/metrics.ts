import {asArray, asObject, asText, ListCommand} from '@osc-cli/core'

export default class AlarmMetrics extends ListCommand {
  static override summary = 'List metrics of alarm evaluation'
  static override description =
    'Lists how often each alarm was evaluated to each state. Aodh has this API since release 2025.1.'
  static override roles = ['reader']
  static override calls = ['GET /v2/metrics']
  static override examples = [{command: 'osc alarm metrics', description: 'Count evaluations by alarm and state'}]

  async run(): Promise<void> {
    await this.parse(AlarmMetrics)
    const session = await this.session()
    const {evaluation_results: results} = await session.get('alarming', '/metrics')
    const rows = asArray(results)
      .map(asObject)
      .flatMap((alarm) =>
        Object.entries(asObject(alarm.state_counters)).map(([state, value]) => ({
          name: 'evaluation_result',
          labels: `alarm_id="{${asText(alarm.alarm_id)}}", project_id="{${asText(alarm.project_id)}}", state="{${state}}"`,
          value,
        })),
      )
    await this.table({name: 'name', labels: 'labels', value: 'value'}, rows)
  }
}
