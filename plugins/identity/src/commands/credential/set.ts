import {Args, Flags, OscCommand} from '@osc-cli/core'
import {Credential} from '#credential'
import {idIn} from '#id-in'
import {Project} from '#project'
import {User} from '#user'

export default class CredentialSet extends OscCommand {
  static override summary = 'Replace what a credential holds.'
  static override roles = []
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/projects?name={name}',
    'PATCH /v3/credentials/{id}',
    'GET /v3/credentials/{id}',
  ]
  static override examples = [
    {
      command:
        'osc credential set --user demo --type note --data "something else" $(osc credential list --type note -f value -c ID | tail -1)',
      description: 'Other data',
    },
  ]
  static override secrets = ['data']
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
    const wanted = {user_id: user, type: flags.type, project_id: project}
    const credential = this.api(Credential)
    const current = await credential.get(args.credential)
    // Since CVE-2026-90460 Keystone refuses a body that holds anything but the blob, also what stays as it is.
    const changed = Object.entries(wanted).filter(([key, value]) => value !== undefined && value !== current[key])
    await credential.update(args.credential, {...Object.fromEntries(changed), blob: flags.data})
  }
}
