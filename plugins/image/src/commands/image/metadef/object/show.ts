import {Args, ShowCommand} from '@osc-cli/core'
import {MetadefObject, objectFields} from '#metadef-object'

export default class ImageMetadefObjectShow extends ShowCommand {
  static override summary = 'Show an object of a metadata definition namespace'
  static override roles = []
  static override calls = ['GET /v2/metadefs/namespaces/{namespace}/objects/{object}']
  static override examples = [
    {command: 'osc image metadef object show OS::Software::DBMS MySQL', description: 'Show an object'},
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace of the object (name)', required: true}),
    object: Args.string({description: 'Object (name)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageMetadefObjectShow)
    const object = await this.api(MetadefObject).under(args.namespace).find(args.object)
    await this.show(object, objectFields(args.namespace))
  }
}
