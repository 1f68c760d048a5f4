import {Args, Flags, OscCommand, pathSegment} from '@osc-cli/core'
import {Namespace} from '#metadef-namespace'

const exactlyOne = ['tag', 'all-tags']

export default class ImageMetadefNamespaceUnset extends OscCommand {
  static override summary = 'Remove tags from a metadata definition namespace'
  static override roles = ['admin']
  static override calls = [
    'DELETE /v2/metadefs/namespaces/{namespace}/tags',
    'DELETE /v2/metadefs/namespaces/{namespace}/tags/{tag}',
  ]
  static override examples = [
    {command: 'osc image metadef namespace unset --tag lab Lab::Racks', description: 'Remove a tag'},
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace to change (name)', required: true}),
  }
  static override flags = {
    tag: Flags.strings({description: 'Tag to remove (repeatable)', helpValue: 'TAG', exactlyOne}),
    'all-tags': Flags.boolean({description: 'Remove all tags', exactlyOne}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageMetadefNamespaceUnset)
    const remove = (path: string) => this.api(Namespace).send(args.namespace, 'DELETE', path)
    if (flags['all-tags']) await remove('/tags')
    await this.each(flags.tag ?? [], (tag) => remove(`/tags/${pathSegment(tag, 'tag')}`))
  }
}
