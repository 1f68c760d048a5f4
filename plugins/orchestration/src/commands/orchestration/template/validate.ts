import {Flags, showFormat} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {StackTemplateCommand} from '#stack-template-command'
import {environmentFlags, filesContainerFlag, templateFlag} from '#template-flags'

export default class OrchestrationTemplateValidate extends StackTemplateCommand {
  static override summary = 'Validate a template and show its parameters'
  static override roles = ['member']
  static override calls = ['POST /v1/{project_id}/validate']
  static override examples = [
    {command: 'osc orchestration template validate -t web.yaml', description: 'Validate a template'},
    {
      command: 'osc orchestration template validate -t web.yaml -e web-env.yaml --show-nested',
      description: 'Validate it with an environment',
    },
  ]
  static override flags = {
    format: showFormat({byDefault: 'yaml'}),
    template: Flags.string({...templateFlag, required: true}),
    ...environmentFlags,
    ...filesContainerFlag,
    'show-nested': Flags.boolean({description: 'Include the templates of nested stacks'}),
    'ignore-errors': Flags.string({
      description: 'Codes of errors to ignore, separated by commas',
      helpValue: 'CODE,CODE',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OrchestrationTemplateValidate)
    const body = await this.body({
      template: flags.template,
      environments: flags.environment,
      parameters: flags.parameter,
      filesContainer: flags['files-container'],
    })
    const query = {show_nested: flags['show-nested'] || undefined, ignore_errors: flags['ignore-errors']}
    const answer = await this.send('POST', '/validate', body, query)
    await this.show(answer, columnsOf(Object.keys(answer)))
  }
}
