import {Args, Flags, NotFoundError, OscCommand, requireChanges, shellWord} from '@osc-cli/core'
import {loadPlan} from '#plan/load'
import {CHANGE_CALLS, changePlan} from '#plan/save'

export default class OvercloudPlanUnset extends OscCommand {
  static override summary = 'Remove values and environments from a plan'
  static override roles = ['member']
  static override calls = CHANGE_CALLS
  static override seeAlso = ['overcloud plan set', 'overcloud plan show']
  static override examples = [
    {
      command: 'osc overcloud plan unset first --parameter ComputeCount',
      description: 'Return to the default count of the role',
    },
  ]
  static override args = {name: Args.string({description: 'Plan (name)', required: true})}
  static override flags = {
    parameter: Flags.strings({description: 'Parameter whose value to remove (repeatable)', helpValue: 'KEY'}),
    environment: Flags.strings({
      description: 'Environment to remove: its path in the plan (repeatable)',
      helpValue: 'PATH',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudPlanUnset)
    const {parameter = [], environment: paths = []} = requireChanges(flags)
    const plan = await loadPlan(await this.session(), args.name)
    for (const key of parameter)
      if (!plan.environment.part('parameter_defaults').delete(key)) throw missing(args.name, `set a parameter ${key}`)
    for (const path of paths)
      if (!plan.environment.removeEnvironment(path)) throw missing(args.name, `use an environment ${path}`)
    await changePlan(this, plan)
  }
}

const missing = (plan: string, what: string) =>
  new NotFoundError(`The plan ${plan} does not ${what}.`, {
    hint: `Show the plan: osc overcloud plan show ${shellWord(plan)}`,
  })
