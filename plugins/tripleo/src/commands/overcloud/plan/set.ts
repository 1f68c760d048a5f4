import {Args, Flags, isEmpty, OscCommand, UsageError} from '@osc-cli/core'
import {environmentOf} from '#plan/environment'
import {loadPlan} from '#plan/load'
import {CHANGE_CALLS, changePlan} from '#plan/save'
import {applyFlags, changedFiles, planFlags, templatesOf} from '#plan-flags'

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
    if (isEmpty(flags)) throw new UsageError('Nothing to change.', {hint: 'Name a change, such as --role Compute=3.'})
    const stored = await loadPlan(await this.session(), args.name)
    const kept = flags.templates === undefined ? stored.files : userFilesOf(stored.files)
    const folder = flags.templates === undefined ? undefined : templatesOf(this, flags, flags.templates)
    const files = await changedFiles(this, new Map([...(folder?.files ?? []), ...kept]), flags)
    const environment = flags['plan-environment-file'] ? environmentOf(files, args.name) : stored.environment
    for (const [key, value] of stored.environment.part('passwords')) environment.part('passwords').set(key, value)
    await applyFlags(this, {files, environment}, flags, folder?.folder)
    await changePlan(this, {files, environment})
  }
}

/** What a plan keeps when its templates are replaced. */
function userFilesOf(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  return new Map([...files].filter(([name]) => name.startsWith('user-files/')))
}
