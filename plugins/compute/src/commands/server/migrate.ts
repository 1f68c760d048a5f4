import {Flags, type JsonObject, Known, type Microversion, OscCommand, UsageError} from '@osc-cli/core'
import {ACTION_CALLS, server} from '#server-action'
import {waitForServer} from '#wait-for-server'

type MigrateFlags = {
  host?: string | undefined
  'block-migration': boolean
  'shared-migration': boolean
  'disk-overcommit': boolean
  'no-disk-overcommit': boolean
}

export default class ServerMigrate extends OscCommand {
  static override summary = 'Migrate a server to another host'
  static override description =
    'A cold migration restarts the server on the other host; confirm it with `server migration confirm` or undo it with `server migration revert`. A live migration moves the running server.'
  static override roles = ['admin']
  static override calls = ACTION_CALLS
  static override needs = {host: {microversion: '2.30'}}
  static override seeAlso = ['server migration list', 'server migration confirm', 'server migration revert']
  static override examples = [
    {command: 'osc server migrate --wait web', description: 'Cold-migrate a server'},
    {command: 'osc server migrate --live-migration --wait web', description: 'Move a running server'},
  ]
  static override args = {server}
  static override flags = {
    'live-migration': Flags.boolean({description: 'Move the running server'}),
    host: Flags.string({description: 'Destination host', helpValue: 'HOST'}),
    ...Flags.choices({
      'shared-migration': 'Live-migrate on shared storage (default before microversion 2.25)',
      'block-migration': 'Live-migrate with a copy of the disks (default since microversion 2.25: automatic)',
    }),
    ...Flags.choices({
      'disk-overcommit': 'Allow disk overcommit on the destination (up to microversion 2.24)',
      'no-disk-overcommit': 'Do not allow disk overcommit on the destination (default; up to microversion 2.24)',
    }),
    wait: Flags.boolean({description: 'Wait until the migration is done'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerMigrate)
    const servers = this.api(Known.Server)
    const version = await servers.microversion()
    const action = flags['live-migration'] ? liveMigration(flags, version) : coldMigration(flags, version)
    const id = await servers.id(args.server)
    await servers.send(id, 'POST', '/action', action)
    if (!flags.wait) return
    await waitForServer(this, args.server, id, ['ACTIVE', 'VERIFY_RESIZE'], {doing: 'migrated'})
    await this.print('Complete, check success/failure by openstack server migration/event list/show')
  }
}

function coldMigration(flags: MigrateFlags, version: Microversion): JsonObject {
  if (flags['block-migration'] || flags['disk-overcommit'])
    throw new UsageError('--block-migration and --disk-overcommit are for live migrations.', {
      hint: 'Add --live-migration.',
    })
  if (flags.host && !version.atLeast('2.56'))
    throw new UsageError('--host without --live-migration needs microversion 2.56 or newer.', {
      hint: 'Add --live-migration, or choose a newer microversion with --os-compute-api-version.',
    })
  return {migrate: flags.host ? {host: flags.host} : null}
}

function liveMigration(flags: MigrateFlags, version: Microversion): JsonObject {
  const isNew = version.atLeast('2.25')
  const block = Flags.chosen(flags as unknown as Record<string, unknown>, {
    'block-migration': true,
    'shared-migration': false,
  })
  return {
    'os-migrateLive': {
      host: flags.host ?? null,
      block_migration: block ?? (isNew ? 'auto' : false),
      ...(!isNew && {disk_over_commit: flags['disk-overcommit']}),
    },
  }
}
