import {Args, Flags, ListCommand, pathSegment} from '@osc-cli/core'

export default class OrchestrationTemplateFunctionList extends ListCommand {
  static override summary = 'List the functions of a template version'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/template_versions/{version}/functions']
  static override examples = [
    {
      command: 'osc orchestration template function list heat_template_version.2021-04-16',
      description: 'List the functions since Wallaby',
    },
  ]
  static override args = {
    template_version: Args.string({
      description: 'Template version, from `orchestration template version list`',
      required: true,
    }),
  }
  static override flags = {
    with_conditions: Flags.boolean({description: 'Include functions for conditions'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OrchestrationTemplateFunctionList)
    const path = `/template_versions/${pathSegment(args.template_version, 'template version')}/functions`
    const query = {with_condition_func: flags.with_conditions || undefined}
    const functions = (await this.session()).list('orchestration', path, 'template_functions', {
      query,
      singlePage: true,
    })
    await this.table({Functions: 'functions', Description: 'description'}, functions)
  }
}
