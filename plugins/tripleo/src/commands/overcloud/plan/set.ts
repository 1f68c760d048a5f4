import {Args, Flags, isEmpty, OscCommand, UsageError} from '@osc-cli/core'
import {PlanEnvironment} from '#plan/environment'
import {PlanFile} from '#plan/files'
import {loadPlan} from '#plan/load'
import {preparePlan, storePlan} from '#plan/save'
import {applyFlags, changedFiles, planFlags, templatesOf} from '#plan-flags'

export default class OvercloudPlanSet extends OscCommand {
  static override summary = 'Change a deployment plan'
  static override description = 'The plan is rendered and validated again. What is deployed does not change.'
  static override roles = ['member']
  static override calls = [
    'HEAD /v1/{account}/{container}',
    'GET /v1/{account}/{container}',
    'GET /v1/{account}/{container}/{object}',
    'POST /v1/{project_id}/validate',
    'PUT /v1/{account}/{container}',
    'PUT /v1/{account}/{container}/{object}',
    'DELETE /v1/{account}/{container}/{object}',
    'DELETE /v1/{account}/{container}',
  ]
  static override seeAlso = ['overcloud plan unset', 'overcloud plan show', 'overcloud plan environment list']
  static override examples = [
    {command: 'osc overcloud plan set first --role Compute=3', description: 'Three compute servers'},
    {
      command: 'osc overcloud plan set first -r roles_data.yaml -e environments/storage.yaml',
      description: 'Other roles, and an environment of the plan',
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
    if (isEmpty(flags)) throw new UsageError('Nothing to change.', {hint: 'Name a change, such as --role Compute=3.'})
    const stored = await loadPlan(await this.session(), args.name)
    const kept = flags.templates === undefined ? stored.files : userFilesOf(stored.files)
    const folder = flags.templates === undefined ? undefined : templatesOf(this, flags, flags.templates)
    const files = await changedFiles(this, new Map([...(folder?.files ?? []), ...kept]), flags)
    const environment = flags['plan-environment-file']
      ? new PlanEnvironment(files.get(PlanFile.environment)?.toString() ?? '')
      : stored.environment
    environment.name = args.name
    for (const [key, value] of stored.environment.part('passwords')) environment.part('passwords').set(key, value)
    await applyFlags(this, {files, environment}, flags, folder?.folder)
    await storePlan(this, environment, await preparePlan(this, {files, environment}))
    await this.note(`Plan ${args.name} was changed.`)
  }
}

/** What a plan keeps when its templates are replaced. */
function userFilesOf(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  return new Map([...files].filter(([name]) => name.startsWith('user-files/')))
}
