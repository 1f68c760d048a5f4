import {chmodSync, closeSync, openSync, readSync, rmSync, statSync} from 'node:fs'
import {OscError} from '@osc-cli/core'
import {APPLICATION_ID, openSqliteStore, type SqliteStore} from '#server/sqlite-store'

/**
 * Opens the state of a sandbox, a new one where there is no file; `fresh` empties it, and replaces it when it is damaged.
 * Files of other programs are left as they are: OscError.
 */
export function openStateFile(file: string, fresh: boolean): SqliteStore {
  if (ownerOf(file) === 'other') {
    throw new OscError(`${file} is not a sandbox state file.`, {
      code: 'SandboxStateForeign',
      hint: 'Choose another file with --state.',
    })
  }
  makePrivate(file)
  const store = openOrReplace(file, fresh)
  if (fresh) store.clear()
  return store
}

/** It holds passwords: nobody else may read it. */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600))
    chmodSync(file, 0o600)
  } catch (error) {
    throw new OscError(
      `The sandbox state ${file} cannot be written: ${error instanceof Error ? error.message : error}.`,
      {
        code: 'SandboxStateUnwritable',
        cause: error,
        hint: 'Choose another file with --state.',
      },
    )
  }
}

function openOrReplace(file: string, fresh: boolean): SqliteStore {
  try {
    return openSqliteStore(file)
  } catch (error) {
    if (!fresh || !(error instanceof OscError) || error.code !== 'SandboxStateBroken') throw error
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, {force: true})
    closeSync(openSync(file, 'ax', 0o600))
    return openSqliteStore(file)
  }
}

const MAGIC = 'SQLite format 3\0'
const APPLICATION_ID_AT = 68

/** Looks at the header only, so that nothing of a file of somebody else changes, not even its journal. */
function ownerOf(file: string): 'nobody' | 'sandbox' | 'other' {
  const stats = statSync(file, {throwIfNoEntry: false})
  if (!stats) return 'nobody'
  if (!stats.isFile()) return 'other'
  if (stats.size === 0) return 'nobody'
  const header = Buffer.alloc(100)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, header, 0, header.length, 0)
  } finally {
    closeSync(descriptor)
  }
  const isSqlite = header.toString('latin1', 0, MAGIC.length) === MAGIC
  return isSqlite && header.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID ? 'sandbox' : 'other'
}
