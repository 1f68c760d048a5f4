import {Args, Flags, idIn, OscCommand} from '@osc-cli/core'
import {Credential} from '#credential'
import {Project} from '#project'
import {User} from '#user'

export default class CredentialSet extends OscCommand {
  static override summary = 'Change a credential'
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
      description: 'Replace the data',
    },
  ]
  static override args = {
    credential: Args.string({description: 'Credential to change (ID)', required: true}),
  }
  static override flags = {
    user: Flags.string({description: 'User that owns the credential (name or ID)', helpValue: 'USER', required: true}),
    type: Flags.string({description: 'Description', helpValue: 'TYPE', required: true}),
    data: Flags.string({description: 'Credential data', helpValue: 'DATA', required: true, secret: true}),
    project: Flags.string({
      description: 'Project that the credential is limited to (name or ID)',
      helpValue: 'PROJECT',
    }),
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
    // Since CVE-2026-90460, Keystone rejects a body with keys that do not change.
    const changed = Object.entries(wanted).filter(([key, value]) => value !== undefined && value !== current[key])
    await credential.update(args.credential, {...Object.fromEntries(changed), blob: flags.data})
  }
}
