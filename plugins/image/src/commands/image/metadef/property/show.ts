import {Args, ShowCommand} from '@osc-cli/core'
import {MetadefProperty, propertyFields} from '#metadef-property'

export default class ImageMetadefPropertyShow extends ShowCommand {
  static override summary = 'Show a property of a metadata definition namespace'
  static override roles = []
  static override calls = ['GET /v2/metadefs/namespaces/{namespace}/properties/{property}']
  static override examples = [
    {
      command: 'osc image metadef property show OS::Glance::Signatures img_signature',
      description: 'Show a property',
    },
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace of the property (name)', required: true}),
    property: Args.string({description: 'Property (name)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageMetadefPropertyShow)
    const property = await this.api(MetadefProperty).under(args.namespace).find(args.property)
    await this.show(property, propertyFields(property))
  }
}
