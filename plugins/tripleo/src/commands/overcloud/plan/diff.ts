import {Args, OscCommand} from '@osc-cli/core'
import {COMPARE_CALLS, comparePlan} from '#plan/compare'
import {loadPlan} from '#plan/load'

export default class OvercloudPlanDiff extends OscCommand {
  static override summary = 'Show what deploying a plan changes'
  static override description =
    'Compares the plan with the stack of the same name: numbers of servers, images and flavors by role, other values, ' +
    'templates. Secret values are not shown. Hidden values of the stack cannot be compared, because Heat masks them.'
  static override roles = ['member']
  static override calls = COMPARE_CALLS
  static override seeAlso = ['overcloud plan set', 'overcloud plan show', 'stack show']
  static override examples = [{command: 'osc overcloud plan diff first', description: 'Print a line for each change'}]
  static override args = {name: Args.string({description: 'Plan (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(OvercloudPlanDiff)
    const plan = await loadPlan(await this.session(), args.name)
    const {deployed, lines} = await comparePlan(this, plan)
    if (!deployed) await this.note(`Plan ${args.name} is not deployed. All of it is new.`)
    for (const line of lines) await this.print(line)
    if (lines.length === 0) await this.print('Nothing differs.')
  }
}
