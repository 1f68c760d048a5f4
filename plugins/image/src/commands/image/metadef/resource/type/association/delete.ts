import {Args, Flags, OscCommand} from '@osc-cli/core'
import {Namespace, settableOf} from '#metadef-namespace'
import {Association} from '#metadef-resource-type'

export default class ImageMetadefResourceTypeAssociationDelete extends OscCommand {
  static override summary = 'Remove a metadata namespace from resource types'
  static override roles = ['admin']
  static override calls = [
    'DELETE /v2/metadefs/namespaces/{namespace}/resource_types/{type}',
    'GET /v2/metadefs/namespaces/{namespace}',
    'PUT /v2/metadefs/namespaces/{namespace}',
  ]
  static override examples = [
    {
      command: 'osc image metadef resource type association delete Lab::Racks OS::Nova::Server',
      description: 'Remove a namespace from servers',
    },
  ]
  static override args = {
    namespace: Args.string({description: 'Namespace (name)', required: true}),
    name: Args.string({description: 'Resource types (names)', required: true, multiple: true}),
  }
  static override flags = {
    force: Flags.boolean({description: 'Lift the protection of the namespace while the resource types are removed'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageMetadefResourceTypeAssociationDelete)
    const remove = async () => {
      await this.each(args.name, (name) => this.api(Association).under(args.namespace).delete(name))
    }
    if (flags.force) await this.unprotected(args.namespace, remove)
    else await remove()
  }

  /** Does the work on a namespace that is not protected meanwhile, and protects it again whatever happens. */
  private async unprotected(name: string, work: () => Promise<void>): Promise<void> {
    const namespaces = this.api(Namespace)
    const current = settableOf(await namespaces.find(name))
    if (!current.protected) return await work()
    await namespaces.update(name, {...current, protected: false})
    try {
      await work()
    } finally {
      await namespaces.update(name, current)
    }
  }
}
