import {Args, Flags, ListCommand} from '@osc-cli/core'
import {accountName, containerPath, swift} from '#swift'

/** Anyone may read and list the objects. */
const PUBLIC = '.r:*,.rlistings'

export default class ContainerCreate extends ListCommand {
  static override summary = 'Create containers'
  static override description = 'An existing container keeps its objects.'
  static override roles = ['member']
  static override calls = ['PUT /v1/{account}/{container}']
  static override seeAlso = ['object create', 'container set']
  static override examples = [
    {command: 'osc container create backups', description: 'Create a container'},
    {command: 'osc container create --public downloads', description: 'Create a container that anyone can read'},
  ]
  static override args = {
    containers: Args.string({description: 'Containers to create (names)', required: true, multiple: true}),
  }
  static override flags = {
    public: Flags.boolean({description: 'Let anyone read and list the objects without authentication'}),
    'storage-policy': Flags.string({
      description: "Storage policy of the containers (default: the service's default policy)",
      helpValue: 'POLICY',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ContainerCreate)
    const headers = {
      ...(flags.public && {'x-container-read': PUBLIC}),
      ...(flags['storage-policy'] !== undefined && {'x-storage-policy': flags['storage-policy']}),
    }
    const rows = await this.each(args.containers, async (container) => {
      const answer = await swift(this, {method: 'PUT', path: containerPath(container), headers})
      return {account: await accountName(this), container, transaction: answer.headers['x-trans-id'] ?? null}
    })
    await this.table({account: 'account', container: 'container', 'x-trans-id': 'transaction'}, rows)
  }
}
