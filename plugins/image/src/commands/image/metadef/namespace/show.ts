import {Args, ShowCommand} from '@osc-cli/core'
import {Namespace, namespaceFields} from '#metadef-namespace'

export default class ImageMetadefNamespaceShow extends ShowCommand {
  static override summary = 'Show a metadata definition namespace'
  static override roles = []
  static override calls = ['GET /v2/metadefs/namespaces/{namespace}']
  static override examples = [
    {command: 'osc image metadef namespace show OS::Glance::Signatures', description: 'Show a namespace'},
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace (name)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageMetadefNamespaceShow)
    const namespace = await this.api(Namespace).find(args.namespace)
    await this.show(namespace, namespaceFields(namespace))
  }
}
