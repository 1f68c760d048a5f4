import {asArray, asText, Flags, isObject, type Json, type JsonObject, ListCommand} from '@osc-cli/core'
import {parameterMap} from '#parameters'

export default class OrchestrationResourceTypeList extends ListCommand {
  static override summary = 'List resource types'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/resource_types']
  static override examples = [
    {command: 'osc orchestration resource type list --filter name=Heat', description: "List Heat's own types"},
    {command: 'osc orchestration resource type list --long', description: 'List types with descriptions'},
  ]
  static override flags = {
    filter: Flags.strings({
      description: 'Filter by name, version or support_status (repeatable)',
      helpValue: 'KEY=VALUE',
    }),
    long: Flags.boolean({description: 'Include descriptions'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OrchestrationResourceTypeList)
    const session = await this.session()
    const query = {...parameterMap(flags.filter ?? []), with_description: flags.long || undefined}
    const {resource_types: types} = await session.get('orchestration', '/resource_types', query)
    const rows = asArray(types)
      .map(asRow)
      .sort((a, b) => (String(a.resource_type) < String(b.resource_type) ? -1 : 1))
    await this.table({'Resource Type': 'resource_type', ...(flags.long ? {Description: 'description'} : {})}, rows)
  }
}

/** Without descriptions Heat sends the names alone. */
const asRow = (type: Json): JsonObject => (isObject(type) ? type : {resource_type: asText(type) ?? ''})
