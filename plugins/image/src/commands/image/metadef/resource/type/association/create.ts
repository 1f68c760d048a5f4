import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Association, associationFields} from '#metadef-resource-type'

export default class ImageMetadefResourceTypeAssociationCreate extends ShowCommand {
  static override summary = 'Apply a metadata namespace to a resource type'
  static override roles = ['admin']
  static override calls = ['POST /v2/metadefs/namespaces/{namespace}/resource_types']
  static override examples = [
    {
      command: 'osc image metadef resource type association create Lab::Racks OS::Nova::Server',
      description: 'Apply a namespace to servers',
    },
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace (name)', required: true}),
    name: Args.string({description: 'Resource type (name)', required: true}),
  }
  static override flags = {
    'properties-target': Flags.string({
      description: 'Properties that the association applies to, for resources with several kinds of properties',
      helpValue: 'TARGET',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageMetadefResourceTypeAssociationCreate)
    const body = {name: args.name, properties_target: flags['properties-target']}
    await this.show(await this.api(Association).under(args.namespace).create(body), associationFields)
  }
}
