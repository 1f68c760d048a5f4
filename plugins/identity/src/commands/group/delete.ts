import {Args, inDomain, OscCommand} from '@osc-cli/core'
import {ownDomain} from '#flags'
import {Group} from '#group'

export default class GroupDelete extends OscCommand {
  static override summary = 'Delete groups'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/groups?name={name}', 'DELETE /v3/groups/{id}']
  static override examples = [
    {command: 'osc group delete deployers', description: 'Delete one group and keep its members'},
  ]
  static override args = {
    groups: Args.string({description: 'Groups to delete (names or IDs)', required: true, multiple: true}),
  }
  static override flags = {...ownDomain('groups')}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(GroupDelete)
    const where = await inDomain(this.api, flags.domain)
    await this.each(args.groups, async (group) => {
      await this.api(Group).delete(await this.api(Group).id(group, where))
    })
  }
}
