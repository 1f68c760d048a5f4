import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {expiration} from '#expiration'
import {projectDomain} from '#flags'
import {idIn} from '#id-in'
import {Project} from '#project'
import {Role} from '#role'
import {shownTrust, Trust, trustDomains} from '#trust'
import {User} from '#user'

export default class TrustCreate extends ShowCommand {
  static override summary = 'Create a trust: let another user act with roles of yours in a project.'
  static override roles = []
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/roles?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v3/OS-TRUST/trusts',
  ]
  static override examples = [
    {
      command: 'osc trust create --project admin --role reader --impersonate admin demo',
      description: 'Demo may read as admin',
    },
  ]
  static override args = {
    trustor: Args.string({description: 'User who trusts: you (name or ID).', required: true}),
    trustee: Args.string({description: 'User who is trusted (name or ID).', required: true}),
  }
  static override flags = {
    project: Flags.string({description: 'Project to act in (name or ID).', helpValue: 'PROJECT', required: true}),
    role: Flags.strings({description: 'Role to hand on (name or ID).', helpValue: 'ROLE', required: true}),
    impersonate: Flags.boolean({description: 'The trustee appears as the trustor.'}),
    expiration: Flags.string({description: 'When it ends, UTC.', helpValue: 'YYYY-MM-DDTHH:MM:SS'}),
    ...projectDomain,
    ...trustDomains,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(TrustCreate)
    const expiresAt = expiration(flags.expiration)
    const [trustor, trustee, project, ...roles] = await Promise.all([
      idIn(this.api, User, args.trustor, flags['trustor-domain']),
      idIn(this.api, User, args.trustee, flags['trustee-domain']),
      idIn(this.api, Project, flags.project, flags['project-domain']),
      ...flags.role.map((role) => this.api(Role).id(role)),
    ])
    const created = await this.api(Trust).create({
      trustor_user_id: trustor,
      trustee_user_id: trustee,
      project_id: project,
      impersonation: flags.impersonate,
      roles: roles.map((id) => ({id})),
      expires_at: expiresAt,
    })
    await this.show(shownTrust(created))
  }
}
