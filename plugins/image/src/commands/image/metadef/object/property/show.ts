import {Args, asObject, isObject, NotFoundError, ShowCommand, shellWord} from '@osc-cli/core'
import {MetadefObject} from '#metadef-object'

export default class ImageMetadefObjectPropertyShow extends ShowCommand {
  static override summary = 'Show a property of a metadata definition object'
  static override roles = []
  static override calls = ['GET /v2/metadefs/namespaces/{namespace}/objects/{object}']
  static override examples = [
    {
      command: 'osc image metadef object property show OS::Software::DBMS MySQL sw_database_mysql_version',
      description: 'Show a property',
    },
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace of the object (name)', required: true}),
    object: Args.string({description: 'Object of the property (name)', required: true}),
    property: Args.string({description: 'Property (name)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageMetadefObjectPropertyShow)
    const object = await this.api(MetadefObject).under(args.namespace).find(args.object)
    const properties = asObject(object.properties)
    const property = properties[args.property]
    if (Object.hasOwn(properties, args.property) && isObject(property))
      return await this.show({...property, name: args.property})
    throw new NotFoundError(`Object ${args.object} does not have a property '${args.property}'.`, {
      hint: `List its properties: osc image metadef object show ${[args.namespace, args.object].map(shellWord).join(' ')}`,
    })
  }
}
