import {Args, Flags, idIn, ShowCommand} from '@osc-cli/core'
import {expiration} from '#expiration'
import {projectDomain} from '#flags'
import {Project} from '#project'
import {Role} from '#role'
import {Trust, trustDomains, trustFields} from '#trust'
import {User} from '#user'

export default class TrustCreate extends ShowCommand {
  static override summary = 'Create a trust that delegates your roles to another user'
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
      description: 'Let demo read as admin',
    },
  ]
  static override args = {
    trustor: Args.string({description: 'User who delegates roles: you (name or ID)', required: true}),
    trustee: Args.string({description: 'User who receives the roles (name or ID)', required: true}),
  }
  static override flags = {
    project: Flags.string({description: 'Project to access (name or ID)', helpValue: 'PROJECT', required: true}),
    role: Flags.strings({description: 'Role to delegate (name or ID; repeatable)', helpValue: 'ROLE', required: true}),
    impersonate: Flags.boolean({description: 'Let tokens from the trust represent the trustor'}),
    expiration: Flags.string({description: 'Expiration time, UTC (default: never)', helpValue: 'YYYY-MM-DDTHH:MM:SS'}),
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
    await this.show(created, trustFields)
  }
}
