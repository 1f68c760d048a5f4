import {Args, asObject, asText, Flags, type JsonObject} from '@osc-cli/core'
import {parameterMap} from '#parameters'
import {StackTemplateCommand} from '#stack-template-command'
import {createReader, readSource} from '#template/read'
import {toJson} from '#template/tree'
import {parseYaml} from '#template/yaml'
import {environmentFlags, timeoutFlag, waitFlag} from '#template-flags'
import {waitForStack} from '#wait-for-stack'
import {startWaiting} from '#waiting'

export default class StackAdopt extends StackTemplateCommand {
  static override summary = 'Create a stack from existing resources'
  static override roles = ['member']
  static override calls = [
    'POST /v1/{project_id}/stacks',
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
  ]
  static override examples = [
    {command: 'osc stack adopt --adopt-file web.json --wait web', description: 'Adopt a stack that was abandoned'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the new stack', required: true}),
  }
  static override flags = {
    'adopt-file': Flags.string({
      description: 'Data from `stack abandon` or `stack export` (file or URL)',
      helpValue: 'FILE',
      required: true,
    }),
    ...environmentFlags,
    ...timeoutFlag,
    'enable-rollback': Flags.boolean({description: 'Abandon the resources again if adoption fails'}),
    ...waitFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackAdopt)
    const parameters = parameterMap(flags.parameter ?? [])
    const [data, {environment, files}] = await Promise.all([
      this.read(flags['adopt-file'], parameters),
      this.environment(flags.environment),
    ])
    const body = {
      stack_name: args.name,
      disable_rollback: !flags['enable-rollback'],
      adopt_stack_data: data.text,
      parameters,
      files: {...data.files, ...files},
      environment,
      timeout_mins: flags.timeout || undefined,
    }
    const {stack} = await this.send('POST', '/stacks', body)
    const id = asText(asObject(stack).id) ?? args.name
    if (flags.wait) {
      const wait = {stack: `${args.name}/${id}`, action: 'ADOPT'}
      await waitForStack(startWaiting(this, this.runtime), wait)
    }
    await this.showStack(id)
  }

  private async read(file: string, parameters: JsonObject) {
    const source = await readSource(file, this.runtime.cwd, createReader(this.runtime))
    const {files, template = null, environment = null} = asObject(toJson(await parseYaml(source)))
    await this.hide({template, environment, parameters})
    return {text: source.text, files: asObject(files)}
  }

  /** The environments with the files that they name; the template is in the adopted data. */
  private environment(environments: readonly string[] | undefined) {
    return this.body({existing: true, environments, eachEnvironment: false})
  }
}
