import {Args, OscCommand} from '@osc-cli/core'
import {Namespace} from '#metadef-namespace'
import {MetadefProperty} from '#metadef-property'

export default class ImageMetadefPropertyDelete extends OscCommand {
  static override summary = 'Delete properties of a metadata namespace'
  static override description = 'Without names all properties of the namespace are deleted.'
  static override roles = ['admin']
  static override calls = [
    'DELETE /v2/metadefs/namespaces/{namespace}/properties/{property}',
    'DELETE /v2/metadefs/namespaces/{namespace}/properties',
  ]
  static override examples = [
    {command: 'osc image metadef property delete Lab::Racks height', description: 'Delete a property'},
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace of the properties (name)', required: true}),
    property: Args.string({description: 'Properties to delete (names; default: all)', multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageMetadefPropertyDelete)
    const {property: names = []} = args
    if (names.length === 0) await this.api(Namespace).send(args.namespace, 'DELETE', '/properties')
    else await this.each(names, (name) => this.api(MetadefProperty).under(args.namespace).delete(name))
  }
}
