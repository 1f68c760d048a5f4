import {Args, asObject, Flags, pathSegment, ShowCommand, showFormat} from '@osc-cli/core'
import {columnsOf} from '#event-columns'

export default class OrchestrationResourceTypeShow extends ShowCommand {
  static override summary = 'Show the schema of a resource type or a template for it'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/resource_types/{type}',
    'GET /v1/{project_id}/resource_types/{type}/template',
  ]
  static override examples = [
    {
      command: 'osc orchestration resource type show OS::Heat::Value',
      description: 'Show its properties and attributes',
    },
    {
      command: 'osc orchestration resource type show --template-type hot OS::Heat::RandomString',
      description: 'Show a template that uses it',
    },
  ]
  static override args = {
    resource_type: Args.string({description: 'Resource type', required: true}),
  }
  static override flags = {
    format: showFormat({byDefault: 'yaml'}),
    'template-type': Flags.string({
      description: 'Show a template instead, of this type: hot or cfn',
      helpValue: 'TYPE',
      exclusive: ['long'],
      options: ['hot', 'cfn', 'HOT', 'CFN'],
    }),
    long: Flags.boolean({description: 'Include the description', exclusive: ['template-type']}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OrchestrationResourceTypeShow)
    const path = `/resource_types/${pathSegment(args.resource_type, 'resource type')}`
    const type = flags['template-type']?.toLowerCase()
    const session = await this.session()
    const answer = type
      ? await session.get('orchestration', `${path}/template`, {template_type: type})
      : await session.get('orchestration', path, {with_description: flags.long || undefined})
    const record = asObject(answer)
    await this.show(record, columnsOf(Object.keys(record)))
  }
}
