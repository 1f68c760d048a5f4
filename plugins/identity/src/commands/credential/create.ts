import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Credential} from '#credential'
import {idIn} from '#id-in'
import {Project} from '#project'
import {User} from '#user'

export default class CredentialCreate extends ShowCommand {
  static override summary = 'Keep a credential of any kind in Keystone for a user.'
  static override roles = []
  static override calls = ['GET /v3/users?name={name}', 'GET /v3/projects?name={name}', 'POST /v3/credentials']
  static override examples = [
    {command: 'osc credential create --type note demo "anything at all"', description: 'Data of your own kind'},
  ]
  static override secrets = ['data']
  static override args = {
    user: Args.string({description: 'User that it belongs to (name or ID).', required: true}),
    data: Args.string({description: 'The credential itself.', required: true}),
  }
  static override flags = {
    type: Flags.string({
      description: 'What it is: cert, ec2, totp or a word of your own.',
      helpValue: 'TYPE',
      default: 'cert',
    }),
    project: Flags.string({description: 'Project it is limited to (name or ID); ec2 needs one.', helpValue: 'PROJECT'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CredentialCreate)
    const [user, project] = await Promise.all([idIn(this.api, User, args.user), idIn(this.api, Project, flags.project)])
    const body = {user_id: user, type: flags.type, blob: args.data, project_id: project}
    await this.show(await this.api(Credential).create(body))
  }
}
