import {Args, ShowCommand} from '@osc-cli/core'
import {memberFields, membersOf, sharedArgs} from '#member'

export default class ResourceMemberCreate extends ShowCommand {
  static override summary = 'Share a resource with another project'
  static override description =
    'The resource must be private. The other project accepts it with `resource member update`.'
  static override roles = ['member']
  static override calls = ['POST /v2/workflows/{id}/members']
  static override seeAlso = ['resource member update', 'resource member list']
  static override examples = [
    {
      command:
        'osc resource member create 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11 workflow c4ec6d0ee8a14c0d8bcb4a1e2b4f4a11',
      description: 'Share a workflow',
    },
  ]
  static override args = {
    ...sharedArgs,
    member: Args.string({description: 'Project to share it with (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ResourceMemberCreate)
    await this.show(await membersOf(this, args).create({member_id: args.member}), memberFields)
  }
}
