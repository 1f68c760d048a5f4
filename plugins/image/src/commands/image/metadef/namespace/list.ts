import {Flags, ListCommand} from '@osc-cli/core'
import {Namespace} from '#metadef-namespace'

export default class ImageMetadefNamespaceList extends ListCommand {
  static override summary = 'List metadata definition namespaces'
  static override roles = []
  static override calls = ['GET /v2/metadefs/namespaces']
  static override examples = [
    {
      command: 'osc image metadef namespace list --resource-types OS::Nova::Flavor',
      description: 'List namespaces for flavors',
    },
  ]
  static override flags = {
    'resource-types': Flags.string({
      description: 'List namespaces for these resource types, comma-separated',
      helpValue: 'TYPE,TYPE',
    }),
    visibility: Flags.string({description: 'List namespaces with this visibility', helpValue: 'VISIBILITY'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ImageMetadefNamespaceList)
    const query = {resource_types: flags['resource-types'], visibility: flags.visibility}
    await this.table({namespace: 'namespace'}, this.api(Namespace).list(query))
  }
}
