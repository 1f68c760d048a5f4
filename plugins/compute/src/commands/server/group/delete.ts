import {Args, OscCommand} from '@osc-cli/core'
import {ServerGroup} from '#server-group'

export default class ServerGroupDelete extends OscCommand {
  static override summary = 'Delete server groups'
  static override roles = ['member']
  static override calls = [
    'GET /v2.1/os-server-groups',
    'GET /v2.1/os-server-groups/{id}',
    'DELETE /v2.1/os-server-groups/{id}',
  ]
  static override seeAlso = ['server group list']
  static override examples = [{command: 'osc server group delete web', description: 'Delete a server group'}]
  static override args = {
    'server-group': Args.string({
      description: 'Server groups to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerGroupDelete)
    const groups = this.api(ServerGroup)
    await this.each(args['server-group'], async (group) => groups.delete(await groups.id(group)))
  }
}
