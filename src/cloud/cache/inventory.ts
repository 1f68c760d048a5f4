import {lstatSync, readdirSync, type Stats} from 'node:fs'
import {join} from 'node:path'
import {type CacheEntry, decodeEntry, isCurrent} from '#cloud/cache/entry'
import {folderOf, readPrivate, remove, sweep} from '#cloud/cache/files'

/** One entry as `osc cache show` tells it: everything but the value. Times are milliseconds of the epoch. */
export interface CachedThing extends Omit<CacheEntry, 'value'> {
  file: string
  bytes: number
  expired: boolean
}

/** What the cache below `cacheDir` holds, oldest first; files that are no entries are left out. */
export function listCache(cacheDir: string): CachedThing[] {
  const things = files(folderOf(cacheDir)).flatMap(({path, stats}) => {
    const entry = entryOf(path)
    if (!entry) return []
    const {value: _, ...rest} = entry
    return [{...rest, file: path, bytes: stats.size, expired: !isCurrent(entry)}]
  })
  return things.sort((a, b) => a.savedAt - b.savedAt)
}

/** Removes every file of the cache below `cacheDir`; returns how many entries there were. */
export function clearCache(cacheDir: string): number {
  const removed = files(folderOf(cacheDir)).filter(({path}) => remove(path))
  return removed.filter(({path}) => path.endsWith('.json')).length
}

const HOUR = 3_600_000

/** Removes, of the files older than an hour, expired entries and what processes that were killed left half written. */
export function pruneCache(cacheDir: string): void {
  for (const {path, stats} of files(folderOf(cacheDir))) {
    if (stats.mtimeMs > Date.now() - HOUR) continue
    const entry = entryOf(path)
    if (entry && !isCurrent(entry)) remove(path)
  }
  sweep(folderOf(cacheDir))
}

function entryOf(path: string): CacheEntry | undefined {
  const text = path.endsWith('.json') ? readPrivate(path) : undefined
  return text === undefined ? undefined : decodeEntry(text)
}

/** The files in a folder of ours; none where a link stands in its place. */
function files(folder: string): {path: string; stats: Stats}[] {
  try {
    if (!lstatSync(folder).isDirectory()) return []
    return readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      const stats = lstatSync(path, {throwIfNoEntry: false})
      return stats && !stats.isDirectory() ? [{path, stats}] : []
    })
  } catch {
    return []
  }
}
