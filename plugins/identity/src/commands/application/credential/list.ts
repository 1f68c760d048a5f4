import {Flags, ListCommand} from '@osc-cli/core'
import {applicationCredentialColumns, applicationCredentialsOf, userOrSelf} from '#application-credential'
import {userDomain} from '#flags'

export default class ApplicationCredentialList extends ListCommand {
  static override summary = "List application credentials, yours or another user's."
  static override roles = []
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/users/{user_id}/application_credentials',
  ]
  static override examples = [{command: 'osc application credential list', description: 'Your own'}]
  static override flags = {
    user: Flags.string({description: 'Those of this user (name or ID).', helpValue: 'USER'}),
    ...userDomain,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ApplicationCredentialList)
    const user = await userOrSelf(this.api, await this.session(), flags.user, flags['user-domain'])
    await this.table(applicationCredentialColumns, this.api(applicationCredentialsOf(user)).list())
  }
}
