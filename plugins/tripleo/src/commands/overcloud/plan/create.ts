import {Args, ConflictError, Flags, OscCommand, OscError} from '@osc-cli/core'
import {environmentOf} from '#plan/environment'
import {isPlan, planContainers} from '#plan/plan'
import {preparePlan, storePlan} from '#plan/save'
import {applyFlags, changedFiles, checkPlanName, planFlags, templatesOf} from '#plan-flags'
import {starterFolder} from '#starter'

export default class OvercloudPlanCreate extends OscCommand {
  static override summary = 'Create a deployment plan'
  static override description =
    'Renders the templates, has Heat validate them, creates the passwords that they need, and stores all of it in Swift. ' +
    'Nothing is deployed.'
  static override roles = ['member']
  static override calls = [
    'HEAD /v1/{account}/{container}',
    'POST /v1/{project_id}/validate',
    'GET /v1/{account}/{container}',
    'PUT /v1/{account}/{container}',
    'PUT /v1/{account}/{container}/{object}',
    'DELETE /v1/{account}/{container}/{object}',
    'DELETE /v1/{account}/{container}',
  ]
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
        hint: `Clone it, then: osc overcloud plan create --templates FOLDER ${args.name}`,
      })
    const {folder, files: templates} = templatesOf(this, flags, starterFolder)
    const files = await changedFiles(this, templates, flags)
    const environment = environmentOf(files, args.name)
    await applyFlags(this, {files, environment}, flags, folder)
    const prepared = await preparePlan(this, {files, environment}, {passwords: !flags['disable-password-generation']})
    await this.#refuseExisting(args.name)
    try {
      await storePlan(this, environment, prepared)
    } catch (error) {
      await this.#removeParts(args.name)
      throw error
    }
    await this.note(`Plan ${args.name} was created.`)
  }

  async #refuseExisting(name: string): Promise<void> {
    const {plan, files} = planContainers(await this.session(), name)
    const headers = await plan.headers()
    if (isPlan(headers))
      throw new ConflictError(`The plan ${name} exists already.`, {
        hint: `Change it with: osc overcloud plan set ${name}`,
      })
    if (headers)
      throw new ConflictError(`A container named ${name} exists, which is not a plan.`, {hint: 'Choose another name.'})
    // Its objects would be deleted, as the container holds only what Heat reads.
    if (await files.headers())
      throw new ConflictError(`A container named ${files.name} exists, which does not belong to a plan.`, {
        hint: 'Choose another name.',
      })
  }

  async #removeParts(name: string): Promise<void> {
    const {plan, files} = planContainers(await this.session(), name)
    for (const container of [files, plan]) await container.destroy()
  }
}
