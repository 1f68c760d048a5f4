import {Flags, idIn, ListCommand} from '@osc-cli/core'
import {Domain} from '#domain'
import {userDomain} from '#flags'
import {Group, groupColumns, groupsOf, longGroupColumns} from '#group'
import {User} from '#user'

export default class GroupList extends ListCommand {
  static override summary = 'List groups'
  static override roles = ['admin', 'system reader', 'domain reader']
  static override columns = Object.keys({...groupColumns, ...longGroupColumns})
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/groups',
    'GET /v3/users/{user_id}/groups',
  ]
  static override examples = [
    {command: 'osc group list --long', description: 'List all groups with domain and description'},
    {command: 'osc group list --user demo', description: 'List the groups of a user'},
  ]
  static override flags = {
    domain: Flags.string({description: 'Domain (name or ID)', helpValue: 'DOMAIN'}),
    user: Flags.string({description: 'Member of the groups (name or ID)', helpValue: 'USER'}),
    ...userDomain,
    long: Flags.boolean({description: 'Include domain and description'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(GroupList)
    const [domain, user] = await Promise.all([
      idIn(this.api, Domain, flags.domain),
      idIn(this.api, User, flags.user, flags['user-domain']),
    ])
    const groups = this.api(user === undefined ? Group : groupsOf(user)).list({domain_id: domain})
    await this.table(flags.long ? longGroupColumns : groupColumns, groups)
  }
}
