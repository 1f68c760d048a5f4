import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {MetadefProperty, propertyFields, readSchema} from '#metadef-property'

export default class ImageMetadefPropertyCreate extends ShowCommand {
  static override summary = 'Create a property in a metadata namespace'
  static override roles = ['admin']
  static override calls = ['POST /v2/metadefs/namespaces/{namespace}/properties']
  static override examples = [
    {
      command:
        'osc image metadef property create --name height --title Height --type integer --schema \'{"minimum": 1}\' Lab::Racks',
      description: 'Create a number with a minimum',
    },
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace of the property (name)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'Name of the property', helpValue: 'NAME', required: true}),
    title: Flags.string({description: 'Name that people see', helpValue: 'TITLE', required: true}),
    type: Flags.string({description: 'Type of the value, such as string', helpValue: 'TYPE', required: true}),
    schema: Flags.string({
      description: 'JSON schema of the value, such as {"enum": ["a", "b"]}',
      helpValue: 'JSON',
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageMetadefPropertyCreate)
    const {name, title, type} = flags
    const body = {name, title, type, ...readSchema(flags.schema)}
    const created = await this.api(MetadefProperty).under(args.namespace).create(body)
    await this.show(created, propertyFields(created))
  }
}
