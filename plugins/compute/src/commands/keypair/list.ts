import {
  asObject,
  asText,
  type Columns,
  defineResource,
  Flags,
  firstOf,
  type JsonObject,
  ListCommand,
  pageFlags,
  projectFlags,
  projectOf,
  type Query,
  type Row,
  UsageError,
  userFlags,
  userOf,
} from '@osc-cli/core'
import {Keypair} from '#keypair'

// https://docs.openstack.org/api-ref/identity/v3/#list-role-assignments
const RoleAssignment = defineResource({
  noun: 'role assignment',
  service: 'identity',
  path: '/role_assignments',
  collection: 'role_assignments',
})

export default class KeypairList extends ListCommand {
  static override summary = 'List keypairs'
  static override roles = ['reader']
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/role_assignments',
    'GET /v2.1/os-keypairs',
  ]
  static override needs = {
    user: {microversion: '2.10'},
    project: {microversion: '2.10'},
    limit: {microversion: '2.35'},
    marker: {microversion: '2.35'},
  }
  static override seeAlso = ['keypair create', 'keypair show']
  static override examples = [
    {command: 'osc keypair list', description: 'List your keypairs'},
    {command: 'osc keypair list --user demo', description: 'List the keypairs of another user'},
  ]
  static override flags = {
    ...userFlags('Owner of the keypairs (name or ID, admin only)'),
    user: Flags.string({
      description: 'Owner of the keypairs (name or ID, admin only)',
      helpValue: 'USER',
      exclusive: ['project'],
    }),
    ...projectFlags('Project whose users own the keypairs (name or ID, admin only)'),
    project: Flags.string({
      description: 'Project whose users own the keypairs (name or ID, admin only)',
      helpValue: 'PROJECT',
      exclusive: ['user'],
    }),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(KeypairList)
    if (flags.project && flags.marker) throw new UsageError('--marker cannot be used with --project.')
    const project = await projectOf(this.api, flags)
    const owners = project ? await this.usersOf(project) : [await userOf(this.api, flags)]
    const query = {marker: flags.marker, limit: flags.limit || undefined}
    const columns: Columns = {
      Name: 'name',
      Fingerprint: 'fingerprint',
      ...((await this.api(Keypair).microversion()).atLeast('2.2') && {Type: 'type'}),
    }
    await this.table(columns, firstOf(this.keypairsOf(owners, query), flags['max-items']))
  }

  private async *keypairsOf(owners: readonly (string | undefined)[], query: Query): AsyncGenerator<Row> {
    for (const owner of owners) {
      const keypairs = this.api(Keypair).list({...query, user_id: owner}, {markerKey: 'name'})
      // Each keypair is wrapped once more.
      for await (const row of keypairs) yield asObject(row.keypair)
    }
  }

  /** The users with a role on a project. */
  private async usersOf(project: string): Promise<string[]> {
    const assignments = this.api(RoleAssignment).list({'scope.project.id': project})
    const users = await Array.fromAsync(assignments, ({user}: JsonObject) => asText(asObject(user).id))
    return [...new Set(users)].filter((user) => user !== undefined)
  }
}
