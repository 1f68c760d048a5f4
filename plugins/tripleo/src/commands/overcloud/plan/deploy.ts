import {Args, OscCommand} from '@osc-cli/core'
import {noWaitFlag, runValidationsFlag, timeoutFlag} from '#deploy-flags'
import {checkDeployable, DEPLOY_CALLS, deployPlan, reportChanges} from '#engine/deploy'
import {COMPARE_CALLS} from '#plan/compare'
import {loadPlan} from '#plan/load'

export default class OvercloudPlanDeploy extends OscCommand {
  static override summary = 'Deploy a plan'
  static override description =
    'Prints what changes, runs the deployment in Mistral, and reports its progress on stderr. Ctrl-C stops the report, not ' +
    'the deployment.'
  static override roles = ['member']
  static override calls = [...new Set([...COMPARE_CALLS, ...DEPLOY_CALLS])]
  static override seeAlso = ['overcloud status', 'overcloud failures', 'overcloud plan diff']
  static override examples = [
    {command: 'osc overcloud plan deploy first', description: 'Deploy a plan, and wait for it'},
    {command: 'osc overcloud plan deploy --run-validations first', description: 'Stop if a validation fails'},
  ]
  static override args = {name: Args.string({description: 'Plan (name)', required: true})}
  static override flags = {
    ...timeoutFlag,
    ...noWaitFlag,
    ...runValidationsFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudPlanDeploy)
    const plan = await loadPlan(await this.session(), args.name)
    const workflow = await checkDeployable(this, args.name)
    await reportChanges(this, plan)
    await deployPlan(this, args.name, workflow, flags)
  }
}
