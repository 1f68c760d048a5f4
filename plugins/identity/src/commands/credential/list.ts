import {Flags, idIn, ListCommand} from '@osc-cli/core'
import {Credential, credentialColumns} from '#credential'
import {userDomain} from '#flags'
import {User} from '#user'

export default class CredentialList extends ListCommand {
  static override summary = 'List credentials'
  static override roles = []
  static override columns = Object.keys(credentialColumns)
  static override calls = ['GET /v3/users?name={name}', 'GET /v3/domains?name={name}', 'GET /v3/credentials']
  static override examples = [
    {command: 'osc credential list --type note --user demo', description: 'List the notes of one user'},
  ]
  static override flags = {
    user: Flags.string({description: 'User that owns them (name or ID)', helpValue: 'USER'}),
    ...userDomain,
    type: Flags.string({description: 'Credential type', helpValue: 'TYPE'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(CredentialList)
    const user = await idIn(this.api, User, flags.user, flags['user-domain'])
    await this.table(credentialColumns, this.api(Credential).list({user_id: user, type: flags.type}))
  }
}
