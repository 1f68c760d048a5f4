import {ListCommand} from '@osc-cli/core'
import {userOrSelf} from '#application-credential'
import {ec2Columns, ec2CredentialsOf, ec2UserFlags} from '#ec2-credentials'

export default class Ec2CredentialsList extends ListCommand {
  static override summary = 'List EC2 credentials'
  static override roles = ['member']
  static override columns = Object.keys(ec2Columns)
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/users/{user_id}/credentials/OS-EC2',
  ]
  static override examples = [{command: 'osc ec2 credentials list', description: 'List your own'}]
  static override flags = ec2UserFlags

  async run(): Promise<void> {
    const {flags} = await this.parse(Ec2CredentialsList)
    const user = await userOrSelf(this.api, await this.session(), flags.user, flags['user-domain'])
    await this.table(ec2Columns, this.api(ec2CredentialsOf(user)).list())
  }
}
