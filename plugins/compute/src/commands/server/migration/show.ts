import {Args, Known, pick, ShowCommand} from '@osc-cli/core'
import {liveMigrationFields} from '#migration'
import {findMigration} from '#migration-id'
import {LOOK_UP, server} from '#server-action'
import {ServerMigration} from '#server-parts'

export default class ServerMigrationShow extends ShowCommand {
  static override summary = 'Show a live migration in progress'
  static override description =
    'Cold migrations and completed live migrations are shown by `server migration list` only.'
  static override roles = ['admin']
  static override calls = [
    ...LOOK_UP,
    'GET /v2.1/servers/{id}/migrations',
    'GET /v2.1/servers/{id}/migrations/{migration}',
  ]
  static override microversion = '2.24'
  static override seeAlso = ['server migration list', 'server migration abort']
  static override examples = [{command: 'osc server migration show web 42', description: 'Show progress in bytes'}]
  static override args = {
    server,
    migration: Args.string({description: 'Migration (ID or UUID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerMigrationShow)
    const id = await this.api(Known.Server).id(args.server)
    const migration = await findMigration(this.api, id, args.migration)
    const version = await this.api(ServerMigration).microversion()
    const columns = pick(liveMigrationFields, {
      ...HEADERS,
      ...(version.atLeast('2.59') && {UUID: 'uuid'}),
      ...(version.atLeast('2.80') && {'User ID': 'user_id', 'Project ID': 'project_id'}),
    })
    await this.show(migration, columns)
  }
}

const HEADERS = {
  ID: 'id',
  'Server UUID': 'server_id',
  Status: 'status',
  'Source Compute': 'source_compute',
  'Source Node': 'source_node',
  'Dest Compute': 'dest_compute',
  'Dest Host': 'dest_host',
  'Dest Node': 'dest_node',
  'Memory Total Bytes': 'memory_total_bytes',
  'Memory Processed Bytes': 'memory_processed_bytes',
  'Memory Remaining Bytes': 'memory_remaining_bytes',
  'Disk Total Bytes': 'disk_total_bytes',
  'Disk Processed Bytes': 'disk_processed_bytes',
  'Disk Remaining Bytes': 'disk_remaining_bytes',
  'Created At': 'created_at',
  'Updated At': 'updated_at',
} as const
