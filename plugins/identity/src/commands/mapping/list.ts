import {ListCommand} from '@osc-cli/core'
import {Mapping} from '#federation'
import {mappingColumns} from '#mapping'

export default class MappingList extends ListCommand {
  static override summary = 'List mappings'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(mappingColumns)
  static override calls = ['GET /v3/OS-FEDERATION/mappings']
  static override examples = [{command: 'osc mapping list', description: 'List all of them'}]

  async run(): Promise<void> {
    await this.parse(MappingList)
    await this.table(mappingColumns, this.api(Mapping).list())
  }
}
