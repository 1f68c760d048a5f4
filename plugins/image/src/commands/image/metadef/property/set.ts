import {Args, Flags, OscCommand} from '@osc-cli/core'
import {MetadefProperty, readSchema} from '#metadef-property'

export default class ImageMetadefPropertySet extends OscCommand {
  static override summary = 'Change a property of a metadata namespace'
  static override roles = ['admin']
  static override calls = [
    'GET /v2/metadefs/namespaces/{namespace}/properties/{property}',
    'PUT /v2/metadefs/namespaces/{namespace}/properties/{property}',
  ]
  static override examples = [
    {command: 'osc image metadef property set --title Units Lab::Racks height', description: 'Change the title'},
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace of the property (name)', required: true}),
    property: Args.string({description: 'Property to change (name)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    title: Flags.string({description: 'Name that people see', helpValue: 'TITLE'}),
    type: Flags.string({description: 'Type of the value, such as string', helpValue: 'TYPE'}),
    schema: Flags.string({description: 'JSON schema of the value, such as {"enum": ["a", "b"]}', helpValue: 'JSON'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageMetadefPropertySet)
    const {name, title, type} = flags
    const given = Object.entries({name, title, type}).filter(([, value]) => value !== undefined)
    const schema = flags.schema === undefined ? {} : readSchema(flags.schema)
    const properties = this.api(MetadefProperty).under(args.namespace)
    // An update resets what it does not name.
    const current = await properties.find(args.property)
    await properties.update(args.property, {...current, ...Object.fromEntries(given), ...schema})
  }
}
