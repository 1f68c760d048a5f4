import {Args, Flags, OscCommand} from '@osc-cli/core'
import {MetadefObject, settableOf} from '#metadef-object'

export default class ImageMetadefObjectUpdate extends OscCommand {
  static override summary = 'Rename an object of a metadata definition namespace'
  static override roles = ['admin']
  static override calls = [
    'GET /v2/metadefs/namespaces/{namespace}/objects/{object}',
    'PUT /v2/metadefs/namespaces/{namespace}/objects/{object}',
  ]
  static override examples = [
    {command: 'osc image metadef object update --name cabinet Lab::Racks rack', description: 'Rename an object'},
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace of the object (name)', required: true}),
    object: Args.string({description: 'Object to rename (name)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageMetadefObjectUpdate)
    const objects = this.api(MetadefObject).under(args.namespace)
    // An update resets what it does not name.
    const current = settableOf(await objects.find(args.object))
    if (flags.name !== undefined) await objects.update(args.object, {...current, name: flags.name})
  }
}
