import {Args, OscCommand} from '@osc-cli/core'
import {Namespace} from '#metadef-namespace'

export default class ImageMetadefNamespaceDelete extends OscCommand {
  static override summary = 'Delete metadata definition namespaces'
  static override roles = ['admin']
  static override calls = ['DELETE /v2/metadefs/namespaces/{namespace}']
  static override examples = [
    {command: 'osc image metadef namespace delete Lab::Racks', description: 'Delete a namespace and its contents'},
  ]
  static override args = {
    namespace: Args.string({description: 'Namespaces to delete (names)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageMetadefNamespaceDelete)
    await this.each(args.namespace, (namespace) => this.api(Namespace).delete(namespace))
  }
}
