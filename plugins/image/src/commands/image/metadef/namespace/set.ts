import {Args, Flags, OscCommand, pathSegment} from '@osc-cli/core'
import {Namespace, namespaceBody, namespaceFlags, settableOf} from '#metadef-namespace'

export default class ImageMetadefNamespaceSet extends OscCommand {
  static override summary = 'Change a metadata definition namespace'
  static override roles = ['admin']
  static override calls = [
    'GET /v2/metadefs/namespaces/{namespace}',
    'PUT /v2/metadefs/namespaces/{namespace}',
    'POST /v2/metadefs/namespaces/{namespace}/tags/{tag}',
  ]
  static override examples = [
    {command: 'osc image metadef namespace set --tag lab Lab::Racks', description: 'Add a tag'},
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace to change (name)', required: true}),
  }
  static override flags = {
    ...namespaceFlags,
    tag: Flags.strings({description: 'Tag to add (repeatable)', helpValue: 'TAG'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageMetadefNamespaceSet)
    const namespaces = this.api(Namespace)
    const changes = Object.entries(namespaceBody(flags)).filter(([, value]) => value !== undefined)
    if (changes.length > 0) {
      // An update resets what it does not name.
      const current = settableOf(await namespaces.find(args.namespace))
      await namespaces.update(args.namespace, {...current, ...Object.fromEntries(changes)})
    }
    await this.each(flags.tag ?? [], (tag) =>
      namespaces.send(args.namespace, 'POST', `/tags/${pathSegment(tag, 'tag')}`),
    )
  }
}
