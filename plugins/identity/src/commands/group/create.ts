import {Args, Flags, idIn, ShowCommand} from '@osc-cli/core'
import {Domain} from '#domain'
import {orShow} from '#flags'
import {Group, groupFields} from '#group'
import {createOrShow} from '#or-show'

export default class GroupCreate extends ShowCommand {
  static override summary = 'Create a group'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/groups?name={name}', 'POST /v3/groups']
  static override examples = [
    {
      command: 'osc group create --description "Can deploy" deployers',
      description: 'Create a group in the default domain',
    },
    {command: 'osc group create --or-show deployers', description: 'Show the existing one if there is one'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the new group', required: true}),
  }
  static override flags = {
    domain: Flags.string({description: 'Domain to create it in (name or ID)', helpValue: 'DOMAIN'}),
    description: Flags.string({description: 'Description'}),
    ...orShow('group'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(GroupCreate)
    const domain = await idIn(this.api, Domain, flags.domain)
    const body = {name: args.name, domain_id: domain, description: flags.description}
    const query = domain === undefined ? undefined : {domain_id: domain}
    await this.show(await createOrShow(this.api, Group, body, {orShow: flags['or-show'], query}), groupFields)
  }
}
