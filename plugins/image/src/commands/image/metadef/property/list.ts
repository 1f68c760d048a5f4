import {Args, asObject, ListCommand} from '@osc-cli/core'
import {Namespace} from '#metadef-namespace'

export default class ImageMetadefPropertyList extends ListCommand {
  static override summary = 'List the properties of a metadata namespace'
  static override roles = []
  static override calls = ['GET /v2/metadefs/namespaces/{namespace}/properties']
  static override examples = [
    {command: 'osc image metadef property list OS::Glance::Signatures', description: 'List properties of a namespace'},
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace (name)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageMetadefPropertyList)
    const {properties} = await this.api(Namespace).send(args.namespace, 'GET', '/properties')
    const rows = Object.entries(asObject(properties)).map(([name, property]) => ({...asObject(property), name}))
    await this.table({name: 'name', title: 'title', type: 'type'}, rows)
  }
}
