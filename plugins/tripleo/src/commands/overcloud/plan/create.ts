import {Args, Flags, OscCommand, UsageError} from '@osc-cli/core'
import {CREATE_CALLS, createPlan} from '#plan/create'
import {createFromRepository, REPOSITORY_CALLS} from '#plan/from-repository'
import {preparePlan} from '#plan/save'
import {checkPlanName, planFlags} from '#plan-flags'
import {newPlan} from '#plan-sources'

export default class OvercloudPlanCreate extends OscCommand {
  static override summary = 'Create a deployment plan'
  static override description =
    'Renders the templates, has Heat validate them, creates the passwords that they need, and stores all of it in Swift. ' +
    'Nothing is deployed. On an undercloud with tripleo-common, --source-url leaves all of this to its workflow.'
  static override roles = ['member']
  static override calls = [...CREATE_CALLS, ...REPOSITORY_CALLS]
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
      description: 'Git repository with the templates (only with the workflows of tripleo-common)',
      helpValue: 'URL',
    }),
    'disable-container-prepare': Flags.boolean({
      description: 'Accepted for compatibility: container images are not prepared',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudPlanCreate)
    checkPlanName(args.name)
    const options = {passwords: !flags['disable-password-generation']}
    const {'source-url': url, ...input} = flags
    if (url !== undefined) {
      refuseInput(input)
      return await createFromRepository(this, args.name, url, options)
    }
    const plan = await newPlan(this, args.name, flags)
    const prepared = await preparePlan(this, plan, options)
    await createPlan(this, plan, prepared)
  }
}

/** UsageError for options that change what a repository contains. */
function refuseInput(flags: Readonly<Record<string, unknown>>): void {
  const name = Object.keys(planFlags).find((flag) => flags[flag] !== undefined)
  if (name !== undefined)
    throw new UsageError(`--${name} cannot be combined with --source-url.`, {
      hint: 'Create the plan first, then change it with: osc overcloud plan set',
    })
}
