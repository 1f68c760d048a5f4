import {Args, ShowCommand} from '@osc-cli/core'
import {Namespace, namespaceBody, namespaceFields, namespaceFlags} from '#metadef-namespace'

export default class ImageMetadefNamespaceCreate extends ShowCommand {
  static override summary = 'Create a metadata definition namespace'
  static override roles = ['admin']
  static override calls = ['POST /v2/metadefs/namespaces']
  static override examples = [
    {command: 'osc image metadef namespace create --public Lab::Racks', description: 'Create a public namespace'},
  ]
  static override args = {
    namespace: Args.string({description: 'Name of the namespace', required: true}),
  }
  static override flags = namespaceFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageMetadefNamespaceCreate)
    const created = await this.api(Namespace).create({namespace: args.namespace, ...namespaceBody(flags)})
    await this.show(created, namespaceFields(created))
  }
}
