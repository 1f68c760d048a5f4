import {type Api, type JsonObject, NotFoundError, UsageError} from '@osc-cli/core'
import {ServerMigration} from '#server-parts'

/** An in-progress live migration by its ID or UUID; Nova takes only IDs, so that a UUID is looked up in the list. */
export async function findMigration(api: Api, server: string, given: string): Promise<JsonObject> {
  const migrations = api(ServerMigration).under(server)
  if (/^\d+$/.test(given)) return await migrations.get(given)
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given))
    throw new UsageError(`'${given}' is not the ID or UUID of a migration.`, {
      hint: 'List migrations with: osc server migration list',
    })
  if (!(await migrations.microversion()).atLeast('2.59'))
    throw new UsageError('Migrations have UUIDs since microversion 2.59.', {hint: 'Specify the migration by its ID.'})
  for await (const migration of migrations.list()) if (migration.uuid === given) return migration
  throw new NotFoundError(`Server ${server} has no live migration ${given} in progress.`, {
    hint: 'List migrations with: osc server migration list',
  })
}

/** The ID of a migration that is given by its ID or UUID. */
export const migrationId = async (api: Api, server: string, given: string): Promise<string> =>
  /^\d+$/.test(given) ? given : String((await findMigration(api, server, given)).id)
