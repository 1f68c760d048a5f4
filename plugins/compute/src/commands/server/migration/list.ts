import {
  Flags,
  firstOf,
  Known,
  ListCommand,
  pageFlags,
  pick,
  projectFlags,
  projectOf,
  userFlags,
  userOf,
} from '@osc-cli/core'
import {Migration, migrationFields} from '#migration'
import {LOOK_UP} from '#server-action'

export default class ServerMigrationList extends ListCommand {
  static override summary = 'List server migrations'
  static override roles = ['admin']
  static override calls = [
    ...LOOK_UP,
    'GET /v3/projects?name={name}',
    'GET /v3/users?name={name}',
    'GET /v2.1/os-migrations',
  ]
  static override needs = {
    'changes-since': {microversion: '2.59'},
    'changes-before': {microversion: '2.66'},
    limit: {microversion: '2.59'},
    marker: {microversion: '2.59'},
    project: {microversion: '2.80'},
    user: {microversion: '2.80'},
  }
  static override seeAlso = ['server migrate', 'server migration show']
  static override examples = [
    {command: 'osc server migration list --status error', description: 'List failed migrations'},
    {command: 'osc server migration list --server web', description: 'List the migrations of a server'},
  ]
  static override flags = {
    server: Flags.string({description: 'Server of the migrations (name or ID)', helpValue: 'SERVER'}),
    host: Flags.string({description: 'Source or destination host of the migrations', helpValue: 'HOST'}),
    status: Flags.string({description: 'Status of the migrations', helpValue: 'STATUS'}),
    type: Flags.string({
      description: 'Type of the migrations',
      options: ['evacuation', 'live-migration', 'cold-migration', 'resize'],
    }),
    ...pageFlags,
    'changes-since': Flags.string({
      description: 'List only migrations changed since this time (ISO 8601)',
      helpValue: 'TIME',
    }),
    'changes-before': Flags.string({
      description: 'List only migrations changed before this time (ISO 8601)',
      helpValue: 'TIME',
    }),
    ...projectFlags('Project of the migrations (name or ID)'),
    ...userFlags('User of the migrations (name or ID)'),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ServerMigrationList)
    const [server, project, user] = await Promise.all([
      flags.server && this.api(Known.Server).id(flags.server),
      projectOf(this.api, flags),
      userOf(this.api, flags),
    ])
    const query = {
      host: flags.host,
      status: flags.status,
      instance_uuid: server || undefined,
      migration_type: flags.type === 'cold-migration' ? 'migration' : flags.type,
      marker: flags.marker || undefined,
      limit: flags.limit || undefined,
      'changes-since': flags['changes-since'] || undefined,
      'changes-before': flags['changes-before'] || undefined,
      project_id: project,
      user_id: user,
    }
    const migrations = this.api(Migration)
    const version = await migrations.microversion()
    const columns = pick(migrationFields, {
      ...(version.atLeast('2.23') && {Id: 'id'}),
      ...(version.atLeast('2.59') && {UUID: 'uuid'}),
      ...MIDDLE,
      ...(version.atLeast('2.23') && {Type: 'migration_type'}),
      ...(project && {Project: 'project_id'}),
      ...(user && {User: 'user_id'}),
      'Created At': 'created_at',
      'Updated At': 'updated_at',
    })
    const rows = migrations.list(query, {singlePage: Boolean(flags.limit), markerKey: 'uuid'})
    await this.table(columns, firstOf(rows, flags['max-items']))
  }
}

const MIDDLE = {
  'Source Node': 'source_node',
  'Dest Node': 'dest_node',
  'Source Compute': 'source_compute',
  'Dest Compute': 'dest_compute',
  'Dest Host': 'dest_host',
  Status: 'status',
  'Server UUID': 'server_id',
  'Old Flavor': 'old_flavor_id',
  'New Flavor': 'new_flavor_id',
} as const
