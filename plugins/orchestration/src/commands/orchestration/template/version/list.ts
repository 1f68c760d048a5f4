import {asArray, asText, type Columns, Formatted, firstRow, type JsonObject, ListCommand} from '@osc-cli/core'

export default class OrchestrationTemplateVersionList extends ListCommand {
  static override summary = 'List template versions'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/template_versions']
  static override examples = [
    {command: 'osc orchestration template version list', description: 'List versions with their aliases'},
  ]

  async run(): Promise<void> {
    await this.parse(OrchestrationTemplateVersionList)
    const versions = (await this.session()).list('orchestration', '/template_versions', 'template_versions', {
      singlePage: true,
    })
    const {first, rows} = await firstRow(versions)
    await this.table(columns(first), rows)
  }
}

/** Old Heats know no aliases. */
const columns = (first: JsonObject | undefined): Columns => ({
  Version: 'version',
  Type: 'type',
  ...(first && 'aliases' in first
    ? {Aliases: ({aliases}) => new Formatted(asArray(aliases), () => asArray(aliases).map(asText).join(','))}
    : {}),
})
