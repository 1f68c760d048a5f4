import {Flags, type JsonObject, NotFoundError, ShowCommand, shellWord} from '@osc-cli/core'
import {planFlag} from '#deploy-flags'
import {DEPLOY_CALLS} from '#engine/deploy'
import {followRun, refuseFailure} from '#engine/follow'
import {hasService} from '#engine/running'
import {requireWorkflow, Workflow} from '#engine/workflow'
import {COMPARE_CALLS} from '#plan/compare'
import {chosenPlan, PLAN_NAME_CALLS} from '#plan/plan'
import {serverCount} from '#state/parts'
import {factsOf, STATUS_CALLS, statusOf} from '#state/status'

export default class OvercloudStatus extends ShowCommand {
  static override summary = 'Show the state of a deployment'
  static override description =
    'The state is computed from the plan, its stack and running workflows. With --watch, a deployment in progress is followed to ' +
    'its end first.'
  static override roles = ['member']
  static override calls = [...new Set([...PLAN_NAME_CALLS, ...COMPARE_CALLS, ...STATUS_CALLS, ...DEPLOY_CALLS])].filter(
    (call) => !call.startsWith('POST'),
  )
  static override seeAlso = ['overcloud failures', 'overcloud plan diff', 'overcloud plan deploy']
  static override examples = [
    {command: 'osc overcloud status --plan first', description: 'Show the state of the deployment of a plan'},
    {command: 'osc overcloud status --plan first --watch', description: 'Follow a deployment in progress'},
    {command: "osc overcloud status --plan first -f value -c 'Deployment Status'", description: 'Print only the state'},
  ]
  static override flags = {
    ...planFlag,
    watch: Flags.boolean({description: 'Follow a deployment in progress until it ends'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudStatus)
    const plan = await chosenPlan(await this.session(), flags.plan)
    let facts = await factsOf(this, plan)
    const before = statusOf(facts).state
    if (flags.watch && /ING$/.test(before)) {
      const {parts, running} = facts
      const outcome = await followRun(this, {plan, before: parts, execution: running?.execution})
      const task = before === 'UNDEPLOYING' ? 'deletion' : 'deployment'
      if (outcome.stack) refuseFailure(outcome, plan, running?.execution, task)
      facts = await factsOf(this, plan)
    }
    const {state, summary, next} = statusOf(facts)
    if (state === 'NONE') {
      // Without the workflows, a plan cannot be deployed: they come first.
      const session = await this.session()
      if (await hasService(session, 'workflow')) await requireWorkflow(session, Workflow.deploy)
      throw new NotFoundError(`No plan with a name or ID of '${plan}' exists.`, {
        hint: `Create it with: osc overcloud plan create ${shellWord(plan)}`,
      })
    }
    const {up, all} = serverCount(facts.parts)
    const record: JsonObject = {
      plan,
      state,
      stack: facts.stackStatus ?? null,
      servers: `${up} of ${all}`,
      summary,
      next: `${this.runtime.program} ${next}`,
    }
    await this.show(record, {
      'Plan Name': 'plan',
      'Deployment Status': 'state',
      'Stack Status': 'stack',
      Servers: 'servers',
      Summary: 'summary',
      Next: 'next',
    })
  }
}
