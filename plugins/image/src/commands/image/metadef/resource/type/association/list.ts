import {Args, ListCommand} from '@osc-cli/core'
import {Association} from '#metadef-resource-type'

export default class ImageMetadefResourceTypeAssociationList extends ListCommand {
  static override summary = 'List the resource types of a metadata namespace'
  static override roles = []
  static override calls = ['GET /v2/metadefs/namespaces/{namespace}/resource_types']
  static override examples = [
    {
      command: 'osc image metadef resource type association list OS::Glance::Signatures',
      description: 'List what the namespace applies to',
    },
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace (name)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageMetadefResourceTypeAssociationList)
    await this.table({Name: 'name'}, this.api(Association).under(args.namespace).list())
  }
}
