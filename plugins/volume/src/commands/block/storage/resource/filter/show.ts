import {Args, NotFoundError, ShowCommand} from '@osc-cli/core'
import {BlockStorageResourceFilter, blockStorageResourceFilterFields} from '#block-storage-resource-filter'

export default class BlockStorageResourceFilterShow extends ShowCommand {
  static override summary = 'Show the filters that a resource supports'
  static override roles = []
  static override columns = Object.keys(blockStorageResourceFilterFields)
  static override microversion = '3.33'
  static override calls = ['GET /v3/resource_filters?resource={resource}']
  static override seeAlso = ['block storage resource filter list']
  static override examples = [{command: 'osc block storage resource filter show volume', description: 'Show filters'}]
  static override args = {resource: Args.string({description: 'Kind of resource: volume', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(BlockStorageResourceFilterShow)
    const {resource} = args
    const [found] = await Array.fromAsync(this.api(BlockStorageResourceFilter).list({resource}))
    if (!found)
      throw new NotFoundError(`The block-storage service has no filters for '${resource}'.`, {
        hint: 'List resources with: osc block storage resource filter list',
      })
    await this.show(found, blockStorageResourceFilterFields)
  }
}
