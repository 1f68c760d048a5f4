import {Flags, idIn, ListCommand} from '@osc-cli/core'
import {Domain} from '#domain'
import {groupDomain, projectDomain, roleDomain, userDomain} from '#flags'
import {Group} from '#group'
import {Project} from '#project'
import {Role} from '#role'
import {RoleAssignment, roleAssignmentColumns} from '#role-assignment'
import {User} from '#user'

export default class RoleAssignmentList extends ListCommand {
  static override summary = 'List role assignments'
  static override roles = ['admin', 'system reader', 'domain reader']
  static override columns = Object.keys(roleAssignmentColumns)
  static override calls = [
    'GET /v3/roles?name={name}',
    'GET /v3/users?name={name}',
    'GET /v3/groups?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/role_assignments',
  ]
  static override examples = [
    {command: 'osc role assignment list --names', description: 'List all assignments with names'},
    {
      command: 'osc role assignment list --user demo --project demo --names',
      description: 'List the roles of demo in its project',
    },
    {
      command: 'osc role assignment list --auth-user --effective --names',
      description: 'List your own roles, including those of groups',
    },
  ]
  static override flags = {
    effective: Flags.boolean({description: 'Resolve groups, implied roles and inheritance'}),
    role: Flags.string({description: 'Role (name or ID)', helpValue: 'ROLE'}),
    ...roleDomain,
    names: Flags.boolean({description: 'Print names instead of IDs'}),
    user: Flags.string({description: 'User (name or ID)', helpValue: 'USER', exclusive: ['group']}),
    ...userDomain,
    group: Flags.string({description: 'Group (name or ID)', helpValue: 'GROUP', exclusive: ['user']}),
    ...groupDomain,
    domain: Flags.string({
      description: 'Domain (name or ID)',
      helpValue: 'DOMAIN',
      exclusive: ['project', 'system'],
    }),
    project: Flags.string({
      description: 'Project (name or ID)',
      helpValue: 'PROJECT',
      exclusive: ['domain', 'system'],
    }),
    system: Flags.string({description: 'System scope: all', helpValue: 'all', exclusive: ['domain', 'project']}),
    ...projectDomain,
    inherited: Flags.boolean({description: 'List inherited assignments only'}),
    'auth-user': Flags.boolean({description: 'List your own assignments'}),
    'auth-project': Flags.boolean({description: 'List assignments on the current project'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(RoleAssignmentList)
    const access = flags['auth-user'] || flags['auth-project'] ? await (await this.session()).access() : undefined
    const [role, user, group, domain, project] = await Promise.all([
      idIn(this.api, Role, flags.role, flags['role-domain']),
      idIn(this.api, User, flags.user, flags['user-domain']),
      idIn(this.api, Group, flags.group, flags['group-domain']),
      idIn(this.api, Domain, flags.domain),
      idIn(this.api, Project, flags.project, flags['project-domain']),
    ])
    const query = {
      'role.id': role,
      'user.id': user ?? (flags['auth-user'] ? access?.userId : undefined),
      'group.id': group,
      'scope.domain.id': domain,
      'scope.project.id': project ?? (flags['auth-project'] ? access?.projectId : undefined),
      'scope.system': flags.system,
      'scope.OS-INHERIT:inherited_to': flags.inherited ? 'projects' : undefined,
      effective: flags.effective || undefined,
      include_names: flags.names || undefined,
    }
    await this.table(roleAssignmentColumns, this.api(RoleAssignment).list(query))
  }
}
