import {asText, Flags, type JsonObject, ListCommand} from '@osc-cli/core'
import {planFlag} from '#deploy-flags'
import {messagesOf, reasonOf} from '#engine/run'
import {type Running, runsOn} from '#engine/running'
import {chosenPlan, PLAN_NAME_CALLS} from '#plan/plan'

export default class OvercloudLog extends ListCommand {
  static override summary = 'List the messages of the last deployments of a plan'
  static override description = 'Messages of the workflows, oldest first, as long as Mistral keeps their executions.'
  static override service = 'workflow'
  static override roles = ['member']
  static override calls = [...PLAN_NAME_CALLS, 'GET /v2/executions']
  static override seeAlso = ['overcloud status', 'overcloud failures', 'workflow execution report show']
  static override examples = [
    {command: 'osc overcloud log --plan first', description: 'List the messages of the last deployment'},
    {command: 'osc overcloud log --plan first --last 5', description: 'List those of the last five'},
  ]
  static override flags = {
    ...planFlag,
    last: Flags.integer({
      description: 'Maximum number of deployments (default: 1)',
      helpValue: 'COUNT',
      default: 1,
      min: 1,
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudLog)
    const session = await this.session()
    const plan = await chosenPlan(session, flags.plan)
    const runs: Running[] = []
    for await (const run of runsOn(session, plan, {sort_keys: 'created_at', sort_dirs: 'desc'})) {
      runs.unshift(run)
      if (runs.length === flags.last) break
    }
    const rows: JsonObject[] = []
    for (const {execution, workflow} of runs)
      for (const {time, payload} of await messagesOf(session, execution))
        rows.push({
          time,
          workflow,
          status: asText(payload.status) ?? '',
          message: reasonOf(asText(payload.message) ?? ''),
          execution,
        })
    await this.table(
      {Time: 'time', Workflow: 'workflow', Status: 'status', Message: 'message', Execution: 'execution'},
      rows,
    )
  }
}
