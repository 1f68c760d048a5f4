import {DatabaseSync, type SQLInputValue} from 'node:sqlite'
import {asObject, decodeJson, type JsonObject, OscError} from '@osc-cli/core'
import type {Documents, Store} from '@osc-cli/core/sandbox'

export interface SqliteStore extends Store {
  /** Writes a copy of everything to `file`, which must not be there. */
  copyTo(file: string): void
  /** Replaces everything with what is in such a copy. */
  copyFrom(file: string): void
  /** Deletes everything but secrets and the port, so that clouds.yaml stays valid. */
  clear(): void
  close(): void
}

/** The collection that outlives `clear`: secrets, and the port. */
export const KEPT = 'sandbox/kept'

/** Marks a database as the state of a sandbox: `oscs` in ASCII. */
export const APPLICATION_ID = 0x6f736373

const SCHEMA = `CREATE TABLE IF NOT EXISTS documents (
  place INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (collection, id))`

/**
 * Opens the state in `file`, `:memory:` for none. One process at a time may have it; a second one gets an OscError with
 * the code SandboxStateInUse.
 */
export function openSqliteStore(file: string): SqliteStore {
  const database = openAlone(file)
  const run = prepareAll(database)
  let depth = 0
  return {
    collection: (name) => documents(run, name),
    transaction(work) {
      if (depth > 0) return work()
      database.exec('BEGIN')
      depth += 1
      try {
        const result = work()
        database.exec('COMMIT')
        return result
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      } finally {
        depth -= 1
      }
    },
    copyTo: (target) => void database.prepare('VACUUM INTO ?').run(target),
    copyFrom: (source) => copyFrom(database, source),
    clear: () => database.exec(`DELETE FROM documents WHERE collection <> '${KEPT}'`),
    close: () => database.close(),
  }
}

/** In exclusive mode the first write takes a lock that is kept until the process ends, however it ends. */
function openAlone(file: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, {timeout: 200})
    // First of all, and so in the file itself: in WAL mode it might be in the log only.
    if (applicationIdOf(database) !== APPLICATION_ID) database.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    database.exec(SCHEMA)
    database.exec('BEGIN EXCLUSIVE; COMMIT')
    return database
  } catch (error) {
    database?.close()
    const reason = error instanceof Error ? error.message : String(error)
    if (/locked|busy/i.test(reason)) {
      throw new OscError(`Another sandbox is using ${file}.`, {
        code: 'SandboxStateInUse',
        hint: 'Use another file with --state. Show the running sandbox: osc sandbox status',
      })
    }
    throw new OscError(`The sandbox state ${file} is damaged: ${reason}.`, {
      code: 'SandboxStateBroken',
      cause: error,
      hint: 'Replace it with an empty one: osc sandbox start --fresh',
    })
  }
}

const applicationIdOf = (database: DatabaseSync): unknown =>
  database.prepare('PRAGMA application_id').get()?.application_id

function copyFrom(database: DatabaseSync, source: string): void {
  database.prepare('ATTACH ? AS source').run(source)
  try {
    database.exec(`BEGIN; DELETE FROM documents; INSERT INTO documents SELECT * FROM source.documents; COMMIT`)
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  } finally {
    database.exec('DETACH source')
  }
}

type Run = ReturnType<typeof prepareAll>

function prepareAll(database: DatabaseSync) {
  return {
    get: database.prepare('SELECT body FROM documents WHERE collection = ? AND id = ?'),
    put: database.prepare(
      'INSERT INTO documents (collection, id, body) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
    ),
    delete: database.prepare('DELETE FROM documents WHERE collection = ? AND id = ?'),
    count: database.prepare('SELECT count(*) AS number FROM documents WHERE collection = ?'),
    find: (condition: string, values: SQLInputValue[]) =>
      database.prepare(`SELECT body FROM documents WHERE collection = ?${condition} ORDER BY place`).all(...values),
  }
}

const decode = (row: object | undefined): JsonObject | undefined =>
  row && 'body' in row ? asObject(decodeJson(String(row.body))) : undefined

const KEY = /^[\w:.-]+$/

function documents(run: Run, name: string): Documents {
  return {
    get: (id) => decode(run.get.get(name, id)),
    put: (id, document) => void run.put.run(name, id, JSON.stringify(document)),
    delete: (id) => run.delete.run(name, id).changes > 0,
    count: () => Number(run.count.get(name)?.number),
    find(match = {}) {
      const entries = Object.entries(match).filter(([, value]) => value !== undefined)
      const condition = entries.map(([key]) => {
        if (!KEY.test(key)) throw new Error(`'${key}' is not a key to search by.`)
        return ` AND json_extract(body, '$."${key}"') IS ?`
      })
      const values = entries.map(([, value]) => (typeof value === 'boolean' ? Number(value) : (value ?? null)))
      return run.find(condition.join(''), [name, ...values]).map((row) => asObject(decode(row)))
    },
  }
}
