import {Args, OscCommand} from '@osc-cli/core'
import {userOrSelf} from '#application-credential'
import {ec2CredentialsOf, ec2UserFlags} from '#ec2-credentials'

export default class Ec2CredentialsDelete extends OscCommand {
  static override summary = 'Delete EC2 credentials'
  static override roles = []
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/domains?name={name}',
    'DELETE /v3/users/{user_id}/credentials/OS-EC2/{id}',
  ]
  static override examples = [
    {
      command: 'osc ec2 credentials delete $(osc ec2 credentials list -f value -c Access | tail -1)',
      description: 'Use the last ones in the list',
    },
  ]
  static override args = {
    access_key: Args.string({description: 'Access keys to delete', required: true, multiple: true}),
  }
  static override flags = ec2UserFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Ec2CredentialsDelete)
    const user = await userOrSelf(this.api, await this.session(), flags.user, flags['user-domain'])
    await this.each(args.access_key, (key) => this.api(ec2CredentialsOf(user)).delete(key))
  }
}
