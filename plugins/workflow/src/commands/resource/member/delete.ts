import {Args, OscCommand} from '@osc-cli/core'
import {accepted} from '#accepted'
import {membersOf, sharedArgs} from '#member'

export default class ResourceMemberDelete extends OscCommand {
  static override summary = 'Stop sharing a resource with a project'
  static override roles = ['member']
  static override calls = ['DELETE /v2/workflows/{id}/members/{member_id}']
  static override seeAlso = ['resource member list']
  static override examples = [
    {
      command:
        'osc resource member delete 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11 workflow c4ec6d0ee8a14c0d8bcb4a1e2b4f4a11',
      description: 'Take a workflow back',
    },
  ]
  static override args = {
    ...sharedArgs,
    member: Args.string({description: 'Project that it is shared with (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ResourceMemberDelete)
    await membersOf(this, args).delete(args.member)
    await this.print(accepted(`${args.type} member`, args.member))
  }
}
