import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {decodeFailure, encodeFailure, type RecordedFailure} from '#advice/failures/recorded-failure'
import {privateFolder, readPrivate, remove, sweep, writePrivate} from '#cloud/cache/files'
import {uniqueHex} from '#files/unique-name'

/** How many failures are kept. */
export const MOST_KEPT = 20

const folderOf = (dataDir: string): string => join(dataDir, 'failures')

/**
 * Keeps a failure below `dataDir` for `osc why`: a file each, 0600 in a folder of 0700, put in place whole, so that any
 * number of processes may fail at once. What cannot be written is not kept.
 */
export function recordFailure(dataDir: string, failure: RecordedFailure): void {
  const folder = folderOf(dataDir)
  if (!privateFolder(folder)) return
  const name = `${String(failure.at).padStart(15, '0')}-${uniqueHex()}.json`
  if (!writePrivate(join(folder, name), encodeFailure(failure))) return
  sweep(folder)
  for (const old of names(folder).slice(MOST_KEPT)) remove(join(folder, old))
}

/** The failures kept below `dataDir`, the last one first. */
export function keptFailures(dataDir: string): RecordedFailure[] {
  const folder = folderOf(dataDir)
  return names(folder).flatMap((name) => {
    const text = readPrivate(join(folder, name))
    return (text === undefined ? undefined : decodeFailure(text)) ?? []
  })
}

/** Names of the files, the newest first: they begin with the time. */
function names(folder: string): string[] {
  try {
    const all = readdirSync(folder).filter((name) => /^\d{15}-[0-9a-f]+\.json$/.test(name))
    return all.sort().reverse()
  } catch {
    return []
  }
}
