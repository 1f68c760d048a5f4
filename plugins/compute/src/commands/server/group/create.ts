import {Args, Flags, ShowCommand, UsageError} from '@osc-cli/core'
import {ServerGroup, shownServerGroup} from '#server-group'

export default class ServerGroupCreate extends ShowCommand {
  static override summary = 'Create a server group'
  static override roles = ['member']
  static override calls = ['POST /v2.1/os-server-groups']
  static override needs = {rule: {microversion: '2.64'}}
  static override seeAlso = ['server group list', 'server create']
  static override examples = [
    {
      command: 'osc server group create --policy anti-affinity web',
      description: 'Spread the servers of a group over hosts',
    },
  ]
  static override args = {name: Args.string({description: 'Name of the new server group', required: true})}
  static override flags = {
    policy: Flags.string({
      description: 'Placement policy (default: affinity)',
      options: ['affinity', 'anti-affinity', 'soft-affinity', 'soft-anti-affinity'],
      default: 'affinity',
    }),
    rule: Flags.keyValues({description: 'Rule of the policy: max_server_per_host of anti-affinity'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerGroupCreate)
    const groups = this.api(ServerGroup)
    const version = await groups.microversion()
    if (flags.policy.startsWith('soft') && !version.atLeast('2.15'))
      throw new UsageError(`Policy ${flags.policy} needs microversion 2.15 or newer.`, {
        hint: 'Choose a newer microversion with --os-compute-api-version.',
      })
    const created = await groups.create(
      version.atLeast('2.64')
        ? {name: args.name, policy: flags.policy, rules: Flags.toObject(flags.rule)}
        : {name: args.name, policies: [flags.policy]},
    )
    await this.show(created, shownServerGroup(version))
  }
}
