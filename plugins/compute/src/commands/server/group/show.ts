import {Args, ShowCommand} from '@osc-cli/core'
import {ServerGroup, shownServerGroup} from '#server-group'

export default class ServerGroupShow extends ShowCommand {
  static override summary = 'Show a server group'
  static override roles = ['reader']
  static override calls = ['GET /v2.1/os-server-groups', 'GET /v2.1/os-server-groups/{id}']
  static override seeAlso = ['server group list']
  static override examples = [{command: 'osc server group show web', description: 'Show policy and members'}]
  static override args = {'server-group': Args.string({description: 'Server group (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerGroupShow)
    const groups = this.api(ServerGroup)
    await this.show(await groups.find(args['server-group']), shownServerGroup(await groups.microversion()))
  }
}
