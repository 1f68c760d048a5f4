import {Args, Flags, ShowCommand, UsageError} from '@osc-cli/core'
import {MetadefObject, objectFields} from '#metadef-object'

export default class ImageMetadefObjectCreate extends ShowCommand {
  static override summary = 'Create an object in a metadata definition namespace'
  static override roles = ['admin']
  static override calls = ['POST /v2/metadefs/namespaces/{namespace}/objects']
  static override examples = [
    {command: 'osc image metadef object create --namespace Lab::Racks rack', description: 'Create an object'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the object', required: true}),
  }
  static override flags = {
    namespace: Flags.string({description: 'Namespace of the object (name)', helpValue: 'NAMESPACE'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageMetadefObjectCreate)
    if (flags.namespace === undefined)
      throw new UsageError('The namespace of the object is missing.', {hint: 'Add --namespace NAME.'})
    const created = await this.api(MetadefObject).under(flags.namespace).create({name: args.name})
    await this.show(created, objectFields(flags.namespace))
  }
}
