import {type CacheEntry, decodeEntry, isCurrent} from '#cloud/cache/entry'
import {filesIn, folderOf, readPrivate, remove, sweep} from '#cloud/cache/files'

/** One entry as `osc cache show` prints it: everything but the value. Times are milliseconds of the epoch. */
export interface CacheRecord extends Omit<CacheEntry, 'value'> {
  file: string
  bytes: number
  expired: boolean
}

/** What the cache below `cacheDir` holds, oldest first; other files are left out. */
export function listCache(cacheDir: string): CacheRecord[] {
  const things = filesIn(folderOf(cacheDir)).flatMap(({path, stats}) => {
    const entry = entryOf(path)
    if (!entry) return []
    const {value: _, ...rest} = entry
    return [{...rest, file: path, bytes: stats.size, expired: !isCurrent(entry)}]
  })
  return things.sort((a, b) => a.savedAt - b.savedAt)
}

/** Removes every file of the cache below `cacheDir`; returns how many entries there were. */
export function clearCache(cacheDir: string): number {
  const removed = filesIn(folderOf(cacheDir)).filter(({path}) => remove(path))
  return removed.filter(({path}) => path.endsWith('.json')).length
}

/** Removes what is cached of these clouds, for a program that changes what they offer. */
export function forgetClouds(cacheDir: string, names: readonly string[]): void {
  for (const {path} of filesIn(folderOf(cacheDir))) {
    const cloud = entryOf(path)?.cloud
    if (cloud !== undefined && names.includes(cloud)) remove(path)
  }
}

/** Removes, of the files older than an hour, expired entries and what processes that were killed left half written. */
export function pruneCache(cacheDir: string): void {
  sweep(folderOf(cacheDir), (path) => {
    const entry = entryOf(path)
    return entry !== undefined && !isCurrent(entry)
  })
}

function entryOf(path: string): CacheEntry | undefined {
  const text = path.endsWith('.json') ? readPrivate(path) : undefined
  return text === undefined ? undefined : decodeEntry(text)
}
