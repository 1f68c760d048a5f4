import {ListCommand} from '@osc-cli/core'
import {BlockStorageResourceFilter, blockStorageResourceFilterFields} from '#block-storage-resource-filter'

export default class BlockStorageResourceFilterList extends ListCommand {
  static override summary = 'List the filters that each resource supports'
  static override roles = []
  static override columns = Object.keys(blockStorageResourceFilterFields)
  static override microversion = '3.33'
  static override calls = ['GET /v3/resource_filters']
  static override seeAlso = ['block storage resource filter show']
  static override examples = [{command: 'osc block storage resource filter list', description: 'List all filters'}]

  async run(): Promise<void> {
    await this.parse(BlockStorageResourceFilterList)
    await this.table(blockStorageResourceFilterFields, this.api(BlockStorageResourceFilter).list())
  }
}
