import {Args, Flags, idIn, ShowCommand} from '@osc-cli/core'
import {Credential, credentialFields} from '#credential'
import {Project} from '#project'
import {User} from '#user'

export default class CredentialCreate extends ShowCommand {
  static override summary = 'Create a credential for a user'
  static override roles = []
  static override calls = ['GET /v3/users?name={name}', 'GET /v3/projects?name={name}', 'POST /v3/credentials']
  static override examples = [
    {command: 'osc credential create --type note demo "my note"', description: 'Use your own type'},
  ]
  static override args = {
    user: Args.string({description: 'User that owns the credential (name or ID)', required: true}),
    data: Args.string({description: 'Credential data', required: true, secret: true}),
  }
  static override flags = {
    type: Flags.string({
      description: 'Credential type: cert, ec2, totp or your own (default: cert)',
      helpValue: 'TYPE',
      default: 'cert',
    }),
    project: Flags.string({
      description: 'Project that the credential is limited to (name or ID; required for ec2)',
      helpValue: 'PROJECT',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CredentialCreate)
    const [user, project] = await Promise.all([idIn(this.api, User, args.user), idIn(this.api, Project, flags.project)])
    const body = {user_id: user, type: flags.type, blob: args.data, project_id: project}
    await this.show(await this.api(Credential).create(body), credentialFields)
  }
}
