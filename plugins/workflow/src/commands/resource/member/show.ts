import {ShowCommand} from '@osc-cli/core'
import {memberFields, memberFlag, memberId, membersOf, sharedArgs} from '#member'

export default class ResourceMemberShow extends ShowCommand {
  static override summary = 'Show whether a project has accepted a resource'
  static override roles = ['reader']
  static override columns = Object.keys(memberFields)
  static override calls = ['GET /v2/workflows/{id}/members/{member_id}']
  static override seeAlso = ['resource member update']
  static override examples = [
    {
      command: 'osc resource member show 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11 workflow',
      description: 'Of a workflow that is shared with you',
    },
  ]
  static override args = sharedArgs
  static override flags = memberFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ResourceMemberShow)
    const id = await memberId(this, flags['member-id'])
    await this.show(await membersOf(this, args).find(id), memberFields)
  }
}
