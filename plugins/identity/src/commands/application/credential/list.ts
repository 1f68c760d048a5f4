import {Flags, ListCommand} from '@osc-cli/core'
import {applicationCredentialColumns, applicationCredentialsOf, userOrSelf} from '#application-credential'
import {userDomain} from '#flags'

export default class ApplicationCredentialList extends ListCommand {
  static override summary = 'List application credentials'
  static override roles = []
  static override columns = Object.keys(applicationCredentialColumns)
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/users/{user_id}/application_credentials',
  ]
  static override examples = [{command: 'osc application credential list', description: 'List your own'}]
  static override flags = {
    user: Flags.string({description: 'User that owns them (name or ID; default: you)', helpValue: 'USER'}),
    ...userDomain,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ApplicationCredentialList)
    const user = await userOrSelf(this.api, await this.session(), flags.user, flags['user-domain'])
    await this.table(applicationCredentialColumns, this.api(applicationCredentialsOf(user)).list())
  }
}
