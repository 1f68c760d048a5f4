import {Args, Known, OscCommand} from '@osc-cli/core'
import {migrationId} from '#migration-id'
import {LOOK_UP, server} from '#server-action'
import {ServerMigration} from '#server-parts'

export default class ServerMigrationAbort extends OscCommand {
  static override summary = 'Abort a live migration'
  static override roles = ['admin']
  static override calls = [
    ...LOOK_UP,
    'GET /v2.1/servers/{id}/migrations',
    'DELETE /v2.1/servers/{id}/migrations/{migration}',
  ]
  static override microversion = '2.24'
  static override seeAlso = ['server migration list']
  static override examples = [
    {command: 'osc server migration abort web 42', description: 'Keep the server on its host'},
  ]
  static override args = {
    server,
    migration: Args.string({description: 'Migration (ID or UUID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerMigrationAbort)
    const id = await this.api(Known.Server).id(args.server)
    await this.api(ServerMigration)
      .under(id)
      .delete(await migrationId(this.api, id, args.migration))
  }
}
