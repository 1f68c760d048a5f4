import {Args, OscCommand} from '@osc-cli/core'
import {Namespace} from '#metadef-namespace'
import {MetadefObject} from '#metadef-object'

export default class ImageMetadefObjectDelete extends OscCommand {
  static override summary = 'Delete objects of a metadata definition namespace'
  static override description = 'Without names all objects of the namespace are deleted.'
  static override roles = ['admin']
  static override calls = [
    'DELETE /v2/metadefs/namespaces/{namespace}/objects/{object}',
    'DELETE /v2/metadefs/namespaces/{namespace}/objects',
  ]
  static override examples = [
    {command: 'osc image metadef object delete Lab::Racks rack', description: 'Delete an object'},
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace of the objects (name)', required: true}),
    object: Args.string({description: 'Objects to delete (names; default: all)', multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageMetadefObjectDelete)
    const {object: names = []} = args
    if (names.length === 0) await this.api(Namespace).send(args.namespace, 'DELETE', '/objects')
    else await this.each(names, (name) => this.api(MetadefObject).under(args.namespace).delete(name))
  }
}
