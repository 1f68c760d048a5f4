import {Args, Known, OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, server} from '#server-action'

export default class ServerRemoveSecurityGroup extends OscCommand {
  static override summary = 'Remove security groups from a server'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server add security group']
  static override examples = [
    {command: 'osc server remove security group web http ssh', description: 'Remove two security groups'},
  ]
  static override args = {
    server,
    'security-groups': Args.string({
      description: 'Security groups to remove (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerRemoveSecurityGroup)
    const servers = this.api(Known.Server)
    const id = await servers.id(args.server)
    // Nova takes names and IDs of security groups.
    await this.each(args['security-groups'], (name) =>
      servers.send(id, 'POST', '/action', {removeSecurityGroup: {name}}),
    )
  }
}
