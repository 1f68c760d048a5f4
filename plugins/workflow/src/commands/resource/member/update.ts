import {Flags, ShowCommand} from '@osc-cli/core'
import {memberFields, memberFlag, memberId, membersOf, sharedArgs} from '#member'

export default class ResourceMemberUpdate extends ShowCommand {
  static override summary = 'Accept or reject a shared resource'
  static override roles = ['member']
  static override calls = ['PUT /v2/workflows/{id}/members/{member_id}']
  static override seeAlso = ['resource member show']
  static override examples = [
    {
      command: 'osc resource member update 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11 workflow',
      description: 'Accept a workflow that is shared with you',
    },
  ]
  static override args = sharedArgs
  static override flags = {
    ...memberFlag,
    status: Flags.string({
      char: 's',
      description: 'New status (default: accepted)',
      helpValue: 'STATUS',
      options: ['pending', 'accepted', 'rejected'],
      default: 'accepted',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ResourceMemberUpdate)
    const id = await memberId(this, flags['member-id'])
    await this.show(await membersOf(this, args).update(id, {status: flags.status}), memberFields)
  }
}
