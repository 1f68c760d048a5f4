import {Args, Known, OscCommand} from '@osc-cli/core'
import {migrationId} from '#migration-id'
import {LOOK_UP, server} from '#server-action'
import {ServerMigration} from '#server-parts'

export default class ServerMigrationForceComplete extends OscCommand {
  static override summary = 'Force a live migration to complete'
  static override roles = ['admin']
  static override calls = [
    ...LOOK_UP,
    'GET /v2.1/servers/{id}/migrations',
    'POST /v2.1/servers/{id}/migrations/{migration}/action',
  ]
  static override microversion = '2.22'
  static override seeAlso = ['server migration show', 'server migration abort']
  static override examples = [
    {command: 'osc server migration force complete web 42', description: 'Pause the server to finish the migration'},
  ]
  static override args = {
    server,
    migration: Args.string({description: 'Migration (ID or UUID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerMigrationForceComplete)
    const id = await this.api(Known.Server).id(args.server)
    const migration = await migrationId(this.api, id, args.migration)
    await this.api(ServerMigration).under(id).send(migration, 'POST', '/action', {force_complete: null})
  }
}
