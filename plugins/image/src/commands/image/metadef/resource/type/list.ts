import {ListCommand} from '@osc-cli/core'
import {ResourceType} from '#metadef-resource-type'

export default class ImageMetadefResourceTypeList extends ListCommand {
  static override summary = 'List the resource types of metadata definitions'
  static override roles = []
  static override calls = ['GET /v2/metadefs/resource_types']
  static override examples = [{command: 'osc image metadef resource type list', description: 'List resource types'}]

  async run(): Promise<void> {
    await this.parse(ImageMetadefResourceTypeList)
    await this.table({Name: 'name'}, this.api(ResourceType).list())
  }
}
