import {Args, ListCommand, pick} from '@osc-cli/core'
import {MetadefObject, objectFields} from '#metadef-object'

export default class ImageMetadefObjectList extends ListCommand {
  static override summary = 'List the objects of a metadata definition namespace'
  static override roles = []
  static override calls = ['GET /v2/metadefs/namespaces/{namespace}/objects']
  static override examples = [
    {command: 'osc image metadef object list OS::Software::DBMS', description: 'List the objects of a namespace'},
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace (name)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageMetadefObjectList)
    const columns = pick(objectFields(args.namespace), {name: 'name', description: 'description'})
    await this.table(columns, this.api(MetadefObject).under(args.namespace).list())
  }
}
