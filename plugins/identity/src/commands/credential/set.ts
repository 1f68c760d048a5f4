import {Args, Flags, OscCommand} from '@osc-cli/core'
import {Credential} from '#credential'
import {idIn} from '#id-in'
import {Project} from '#project'
import {User} from '#user'

export default class CredentialSet extends OscCommand {
  static override summary = 'Replace what a credential holds.'
  static override roles = []
  static override calls = ['PATCH /v3/credentials/{id}']
  static override examples = [
    {
      command:
        'osc credential set --user demo --type note --data "something else" $(osc credential list --type note -f value -c ID | tail -1)',
      description: 'Other data',
    },
  ]
  static override args = {
    credential: Args.string({description: 'Credential to change (ID).', required: true}),
  }
  static override flags = {
    user: Flags.string({description: 'User that it belongs to (name or ID).', helpValue: 'USER', required: true}),
    type: Flags.string({description: 'What it is.', helpValue: 'TYPE', required: true}),
    data: Flags.string({description: 'The credential itself.', helpValue: 'DATA', required: true}),
    project: Flags.string({description: 'Project it is limited to (name or ID).', helpValue: 'PROJECT'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CredentialSet)
    const [user, project] = await Promise.all([
      idIn(this.api, User, flags.user),
      idIn(this.api, Project, flags.project),
    ])
    const body = {user_id: user, type: flags.type, blob: flags.data, project_id: project}
    await this.api(Credential).update(args.credential, body)
  }
}
