import {asObject, asText, Flags, firstOf, idIn, ListCommand, pageFlags, type Row} from '@osc-cli/core'
import {Domain} from '#domain'
import {Group} from '#group'
import {Project} from '#project'
import {RoleAssignment} from '#role-assignment'
import {longUserColumns, User, userColumns, usersOf} from '#user'

export default class UserList extends ListCommand {
  static override summary = 'List users'
  static override roles = ['admin', 'system reader', 'domain reader']
  static override columns = Object.keys({...userColumns, ...longUserColumns})
  static override calls = [
    'GET /v3/groups?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/users',
    'GET /v3/groups/{group_id}/users',
    'GET /v3/role_assignments',
    'GET /v3/users/{id}',
  ]
  static override examples = [
    {command: 'osc user list --long', description: 'List all users with domain, email address and state'},
    {command: 'osc user list --project demo', description: 'List the users with a role on a project'},
    {command: 'osc user list --domain default --disabled', description: 'List the users who cannot log in'},
  ]
  static override flags = {
    domain: Flags.string({
      description: 'Domain of the users, and of the group or project (name or ID)',
      helpValue: 'DOMAIN',
    }),
    group: Flags.string({
      description: 'Group of the users (name or ID)',
      helpValue: 'GROUP',
      exclusive: ['project'],
    }),
    project: Flags.string({
      description: 'Project that the users have a role on (name or ID)',
      helpValue: 'PROJECT',
      exclusive: ['group'],
    }),
    long: Flags.boolean({description: 'Include project, domain, description, email address and state'}),
    enabled: Flags.boolean({description: 'List enabled ones only', exclusive: ['disabled']}),
    disabled: Flags.boolean({description: 'List disabled ones only', exclusive: ['enabled']}),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(UserList)
    const domain = await idIn(this.api, Domain, flags.domain)
    const [group, project] = await Promise.all([
      idIn(this.api, Group, flags.group, domain),
      idIn(this.api, Project, flags.project, domain),
    ])
    const enabled = Flags.chosen(flags, {enabled: true, disabled: false})
    const query = {domain_id: domain, enabled, limit: flags.limit || undefined, marker: flags.marker}
    const users = this.api(group === undefined ? User : usersOf(group)).list(query)
    const rows = project === undefined ? users : this.withRoleOn(project, enabled)
    await this.table(flags.long ? longUserColumns : userColumns, firstOf(rows, flags['max-items']))
  }

  /** Assignments contain user IDs only, once for each role. */
  private async *withRoleOn(project: string, enabled: boolean | undefined): AsyncGenerator<Row> {
    const ids = new Set<string>()
    for await (const {user} of this.api(RoleAssignment).list({'scope.project.id': project})) {
      const id = asText(asObject(user).id)
      if (id !== undefined) ids.add(id)
    }
    const users = await this.each([...ids], (id) => this.api(User).get(id))
    yield* users.filter((user) => enabled === undefined || user.enabled === enabled)
  }
}
