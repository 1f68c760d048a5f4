import {Flags, ListCommand} from '@osc-cli/core'
import {accessRulesOf, userOrSelf} from '#application-credential'
import {userDomain} from '#flags'

export default class AccessRuleList extends ListCommand {
  static override summary = 'List the access rules of application credentials'
  static override roles = []
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/users/{user_id}/access_rules',
  ]
  static override examples = [{command: 'osc access rule list', description: 'List your own'}]
  static override flags = {
    user: Flags.string({description: 'User that owns them (name or ID; default: you)', helpValue: 'USER'}),
    ...userDomain,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(AccessRuleList)
    const user = await userOrSelf(this.api, await this.session(), flags.user, flags['user-domain'])
    const columns = {ID: 'id', Service: 'service', Method: 'method', Path: 'path'}
    await this.table(columns, this.api(accessRulesOf(user)).list())
  }
}
