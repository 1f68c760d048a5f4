import {ListCommand} from '@osc-cli/core'
import {planFlag} from '#deploy-flags'
import {chosenPlan, PLAN_NAME_CALLS} from '#plan/plan'
import {findStack} from '#plan/stack'
import {failuresOf} from '#state/failures'

export default class OvercloudFailures extends ListCommand {
  static override summary = 'List what failed in a deployment'
  static override description =
    'Failed resources by role and server, each with its reason in plain words and a command to use next. The list is empty ' +
    'when nothing has failed.'
  static override roles = ['member']
  static override calls = [
    ...PLAN_NAME_CALLS,
    'GET /v1/{project_id}/stacks',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources',
  ]
  static override seeAlso = ['overcloud status', 'stack failures list', 'overcloud plan deploy']
  static override examples = [
    {command: 'osc overcloud failures --plan first', description: 'List the failures of the last deployment'},
  ]
  static override flags = {...planFlag}

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudFailures)
    const session = await this.session()
    const failures = await failuresOf(session, await findStack(session, await chosenPlan(session, flags.plan)))
    await this.table(
      {Server: 'place', Resource: 'resource', Status: 'status', Reason: 'text', Next: ({next}) => next ?? ''},
      failures.map((failure) => ({...failure})),
    )
  }
}
