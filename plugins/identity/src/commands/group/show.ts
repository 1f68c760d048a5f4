import {Args, inDomain, ShowCommand} from '@osc-cli/core'
import {ownDomain} from '#flags'
import {Group, groupFields} from '#group'

export default class GroupShow extends ShowCommand {
  static override summary = 'Show a group'
  static override roles = ['admin', 'system reader', 'domain reader']
  static override columns = Object.keys(groupFields)
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/groups?name={name}', 'GET /v3/groups/{id}']
  static override examples = [{command: 'osc group show deployers', description: 'Show its domain and description'}]
  static override args = {
    group: Args.string({description: 'Group (name or ID)', required: true}),
  }
  static override flags = {...ownDomain('group')}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(GroupShow)
    await this.show(await this.api(Group).find(args.group, await inDomain(this.api, flags.domain)), groupFields)
  }
}
