import {Args, asObject, asText, Flags, type JsonObject} from '@osc-cli/core'
import {previewFields} from '#stack-fields'
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
import {waitForStack} from '#wait-for-stack'
import {startWaiting} from '#waiting'

export default class StackCreate extends StackTemplateCommand {
  static override summary = 'Create a stack from a template'
  static override roles = ['member']
  static override calls = [
    'POST /v1/{project_id}/stacks',
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'POST /v1/{project_id}/stacks/preview',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources',
  ]
  static override seeAlso = ['stack show', 'stack event list', 'stack failures list']
  static override examples = [
    {command: 'osc stack create -t web.yaml --wait web', description: 'Create a stack and wait for it'},
    {
      command: 'osc stack create -t web.yaml -e web-env.yaml --parameter text=hello --dry-run web2',
      description: 'Show what would be created',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new stack', required: true}),
  }
  static override flags = {
    template: Flags.string({...templateFlag, required: true}),
    ...environmentFlags,
    ...parameterFileFlag,
    ...filesContainerFlag,
    ...tagsFlag,
    ...timeoutFlag,
    'enable-rollback': Flags.boolean({description: "Delete the stack's resources if creation fails"}),
    'pre-create': Flags.strings({
      description:
        'Pause before creating this resource until `stack hook clear`; nested/name in nested stacks (repeatable)',
      helpValue: 'RESOURCE',
    }),
    ...waitFlag,
    poll: Flags.integer({
      description: 'Seconds between polls with --wait (default: 5)',
      helpValue: 'SECONDS',
      default: 5,
      min: 1,
    }),
    'dry-run': Flags.boolean({description: 'Show what would be created, without creating it'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackCreate)
    const body: JsonObject = {
      ...(await this.body({
        template: flags.template,
        environments: flags.environment,
        parameters: flags.parameter,
        parameterFiles: flags['parameter-file'],
        filesContainer: flags['files-container'],
        hooks: flags['pre-create'] && {resources: flags['pre-create'], hook: 'pre-create'},
      })),
      stack_name: args.name,
      disable_rollback: !flags['enable-rollback'],
      tags: flags.tags || undefined,
      timeout_mins: flags.timeout || undefined,
    }
    if (flags['dry-run']) {
      const preview = asObject((await this.send('POST', '/stacks/preview', body)).stack)
      return await this.show(preview, previewFields(preview))
    }
    const {stack} = await this.send('POST', '/stacks', body)
    const id = asText(asObject(stack).id) ?? args.name
    if (flags.wait) {
      const wait = {stack: `${args.name}/${id}`, action: 'CREATE', every: flags.poll}
      await waitForStack(startWaiting(this, this.runtime), wait)
    }
    await this.showStack(id)
  }
}
