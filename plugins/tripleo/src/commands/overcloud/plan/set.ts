import {Args, Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {loadPlan} from '#plan/load'
import {CHANGE_CALLS, changePlan} from '#plan/save'
import {planFlags} from '#plan-flags'
import {changedPlan} from '#plan-sources'

export default class OvercloudPlanSet extends OscCommand {
  static override summary = 'Change a deployment plan'
  static override description = 'The plan is rendered and validated again. What is deployed does not change.'
  static override roles = ['member']
  static override calls = CHANGE_CALLS
  static override seeAlso = ['overcloud plan unset', 'overcloud plan show', 'overcloud plan environment list']
  static override examples = [
    {command: 'osc overcloud plan set first --role Compute=3', description: 'Use three compute servers'},
    {
      command: 'osc overcloud plan set first -r roles_data.yaml -e environments/storage.yaml',
      description: 'Use other roles, and an environment of the plan',
    },
  ]
  static override args = {name: Args.string({description: 'Plan (name)', required: true})}
  static override flags = {
    ...planFlags,
    templates: Flags.string({
      description: 'Folder whose files replace the templates, roles and networks of the plan',
      helpValue: 'FOLDER',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudPlanSet)
    const changes = requireChanges(flags)
    const stored = await loadPlan(await this.session(), args.name)
    await changePlan(this, await changedPlan(this, stored, changes))
  }
}
