import {Args, asObject, Flags, type JsonObject} from '@osc-cli/core'
import {jsonCell} from '#format/cells'
import {stackPath, wholeStackPath} from '#stack-path'
import {StackTemplateCommand} from '#stack-template-command'
import {
  environmentFlags,
  filesContainerFlag,
  parameterFileFlag,
  tagsFlag,
  templateFlag,
  timeoutFlag,
  waitFlag,
} from '#template-flags'
import {beforeAction, waitForStack} from '#wait-for-stack'
import {startWaiting} from '#waiting'

export default class StackUpdate extends StackTemplateCommand {
  static override summary = 'Update the template or the parameters of a stack'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'PUT /v1/{project_id}/stacks/{name}/{id}',
    'PATCH /v1/{project_id}/stacks/{name}/{id}',
    'PUT /v1/{project_id}/stacks/{name}/{id}/preview',
    'PATCH /v1/{project_id}/stacks/{name}/{id}/preview',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources',
  ]
  static override examples = [
    {
      command: 'osc stack update --existing --parameter text=bye --wait web',
      description: 'Change a parameter and keep the rest',
    },
    {command: 'osc stack update -t web.yaml --dry-run web', description: 'Show what would change'},
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
  }
  static override flags = {
    template: Flags.string(templateFlag),
    ...environmentFlags,
    ...parameterFileFlag,
    ...filesContainerFlag,
    existing: Flags.boolean({
      description: 'Keep the current template, environment and parameters unless new ones are specified',
    }),
    'clear-parameter': Flags.strings({
      description: 'Parameter to reset to its default (repeatable)',
      helpValue: 'PARAMETER',
    }),
    ...tagsFlag,
    ...timeoutFlag,
    rollback: Flags.string({
      description: "Roll back if the update fails (enabled, disabled or keep; default: keep the stack's setting)",
      options: ['enabled', 'disabled', 'keep'],
    }),
    'pre-update': Flags.strings({
      description:
        'Pause before updating this resource until `stack hook clear`; nested/name in nested stacks (repeatable)',
      helpValue: 'RESOURCE',
    }),
    converge: Flags.boolean({description: 'Compare with the real state of the resources'}),
    ...waitFlag,
    'dry-run': Flags.boolean({description: 'Show what would change, without updating'}),
    'show-nested': Flags.boolean({description: 'Include nested stacks in --dry-run'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackUpdate)
    const body: JsonObject = {
      ...(await this.body({
        template: flags.template,
        existing: flags.existing,
        environments: flags.environment,
        parameters: flags.parameter,
        parameterFiles: flags['parameter-file'],
        filesContainer: flags['files-container'],
        hooks: flags['pre-update'] && {resources: flags['pre-update'], hook: 'pre-update'},
      })),
      tags: flags.tags || undefined,
      timeout_mins: flags.timeout || undefined,
      clear_parameters: flags['clear-parameter'],
      disable_rollback:
        flags.rollback === undefined || flags.rollback === 'keep' ? undefined : flags.rollback === 'disabled',
      converge: flags.converge || undefined,
    }
    const method = flags.existing ? 'PATCH' : 'PUT'
    if (flags['dry-run']) return await this.preview(args.stack, method, body, flags['show-nested'])
    const before = flags.wait ? await beforeAction(await this.session(), args.stack) : undefined
    await this.send(method, stackPath(args.stack), body)
    if (before) await waitForStack(startWaiting(this, this.runtime), {...before, action: 'UPDATE'})
    await this.showStack(args.stack)
  }

  /** Shows what would be added, changed, replaced and deleted. */
  private async preview(stack: string, method: 'PATCH' | 'PUT', body: JsonObject, nested: boolean): Promise<void> {
    const path = `${await wholeStackPath(await this.session(), stack)}/preview`
    const {resource_changes: answer} = await this.send(method, path, body, {show_nested: nested ? 'True' : undefined})
    const changes = asObject(answer)
    const kinds = Object.keys(changes).sort()
    await this.show(changes, Object.fromEntries(kinds.map((kind) => [kind, () => jsonCell(changes[kind])])))
  }
}
