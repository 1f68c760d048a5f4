import {Args, ShowCommand} from '@osc-cli/core'
import {userOrSelf} from '#application-credential'
import {ec2CredentialsOf, ec2Fields, ec2UserFlags} from '#ec2-credentials'

export default class Ec2CredentialsShow extends ShowCommand {
  static override summary = 'Show EC2 credentials'
  static override roles = []
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/users/{user_id}/credentials/OS-EC2/{id}',
  ]
  static override examples = [
    {
      command: 'osc ec2 credentials show $(osc ec2 credentials list -f value -c Access | tail -1)',
      description: 'Use the last ones in the list',
    },
  ]
  static override args = {
    access_key: Args.string({description: 'Access key', required: true}),
  }
  static override flags = ec2UserFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Ec2CredentialsShow)
    const user = await userOrSelf(this.api, await this.session(), flags.user, flags['user-domain'])
    const credential = await this.api(ec2CredentialsOf(user)).find(args.access_key)
    await this.show(credential, ec2Fields(credential))
  }
}
