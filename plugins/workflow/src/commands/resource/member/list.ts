import {ListCommand} from '@osc-cli/core'
import {memberColumns, membersOf, sharedArgs} from '#member'
import {orEmptyRow, unusedPageOptions} from '#mistral-list'

export default class ResourceMemberList extends ListCommand {
  static override summary = 'List the projects that a resource is shared with'
  static override roles = ['reader']
  static override columns = Object.keys(memberColumns)
  static override calls = ['GET /v2/workflows/{id}/members']
  static override seeAlso = ['resource member create']
  static override examples = [
    {
      command: 'osc resource member list 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11 workflow',
      description: 'Members of a workflow',
    },
  ]
  static override args = sharedArgs
  static override flags = unusedPageOptions

  async run(): Promise<void> {
    const {args} = await this.parse(ResourceMemberList)
    await this.table(memberColumns, orEmptyRow(membersOf(this, args).list()))
  }
}
