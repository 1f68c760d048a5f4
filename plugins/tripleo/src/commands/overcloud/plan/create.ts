import {Args, Flags, OscCommand, OscError} from '@osc-cli/core'
import {CREATE_CALLS, createPlan} from '#plan/create'
import {preparePlan} from '#plan/save'
import {checkPlanName, planFlags} from '#plan-flags'
import {newPlan} from '#plan-sources'

export default class OvercloudPlanCreate extends OscCommand {
  static override summary = 'Create a deployment plan'
  static override description =
    'Renders the templates, has Heat validate them, creates the passwords that they need, and stores all of it in Swift. ' +
    'Nothing is deployed.'
  static override roles = ['member']
  static override calls = CREATE_CALLS
  static override seeAlso = ['overcloud plan show', 'overcloud plan set', 'overcloud plan list']
  static override examples = [
    {
      command: 'osc overcloud plan create first',
      description: 'Create the starter plan: one controller, two compute servers',
    },
    {
      command: 'osc overcloud plan create first --role Compute=4 --parameter ComputeFlavor=m1.small',
      description: 'Create it with other counts and values',
    },
    {
      command: 'osc overcloud plan create first --templates tripleo-heat-templates -r roles_data.yaml -e site.yaml',
      description: 'Create a plan from templates of TripleO',
    },
  ]
  static override args = {name: Args.string({description: 'Name of the plan', required: true})}
  static override flags = {
    ...planFlags,
    templates: Flags.string({
      description: 'Folder with the templates (default: the starter plan)',
      helpValue: 'FOLDER',
      exclusive: ['source-url'],
    }),
    'disable-password-generation': Flags.boolean({description: 'Do not create passwords'}),
    'source-url': Flags.string({
      description: 'Git repository with the templates (not supported: clone it, and use --templates)',
      helpValue: 'URL',
    }),
    'disable-container-prepare': Flags.boolean({
      description: 'Accepted for compatibility: container images are not prepared',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudPlanCreate)
    checkPlanName(args.name)
    if (flags['source-url'] !== undefined)
      throw new OscError('Templates are not fetched from a Git repository.', {
        hint: `Clone it, then use: osc overcloud plan create --templates FOLDER ${args.name}`,
      })
    const plan = await newPlan(this, args.name, flags)
    const prepared = await preparePlan(this, plan, {passwords: !flags['disable-password-generation']})
    await createPlan(this, plan, prepared)
  }
}
