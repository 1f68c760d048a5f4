import {ListCommand, peek} from '@osc-cli/core'
import {Mapping} from '#federation'

export default class MappingList extends ListCommand {
  static override summary = 'List mappings.'
  static override roles = ['admin', 'system reader']
  static override calls = ['GET /v3/OS-FEDERATION/mappings']
  static override examples = [{command: 'osc mapping list', description: 'All of them'}]

  async run(): Promise<void> {
    await this.parse(MappingList)
    const {first, rows} = await peek(this.api(Mapping).list())
    // Keystone tells the version of the schema since 2023.
    const versioned = first && 'schema_version' in first
    await this.table({ID: 'id', ...(versioned ? {schema_version: 'schema_version'} : {})}, rows)
  }
}
