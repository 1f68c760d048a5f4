import {type CacheEntry, type CacheKind, type CacheLabel, decodeEntry, encodeEntry, isCurrent} from '#cloud/cache/entry'
import {folderOf, privateFolder, readPrivate, remove, writePrivate} from '#cloud/cache/files'
import {type CacheKey, fileName, makeSecret} from '#cloud/cache/key'
import type {JsonObject} from '#json'

/** Tokens and version documents from earlier runs. Whatever goes wrong with the files costs time, never the command. */
export interface Cache {
  get(kind: CacheKind, key: CacheKey): JsonObject | undefined
  /** The whole entry, also one that has expired: what it says of a cloud may still be so. */
  read(kind: CacheKind, key: CacheKey): CacheEntry | undefined
  /** `expiresAt`: milliseconds of the epoch. */
  put(kind: CacheKind, key: CacheKey, label: CacheLabel, value: JsonObject, expiresAt: number): Promise<void>
  drop(kind: CacheKind, key: CacheKey): void
}

/**
 * Opens the cache below `dir` (nothing is read or made yet). A file an entry, 0600 in a folder of 0700, replaced
 * atomically, so that any number of processes may share it. Not `enabled`: nothing is found and nothing is kept.
 */
export function openCache({dir, enabled}: {dir: string; enabled: boolean}): Cache {
  if (!enabled) return {get: () => undefined, read: () => undefined, put: async () => {}, drop: () => {}}
  const folder = folderOf(dir)
  const read: Cache['read'] = (kind, key) => {
    const path = fileName(folder, kind, key)
    const text = path === undefined ? undefined : readPrivate(path)
    const entry = text === undefined ? undefined : decodeEntry(text)
    return entry?.kind === kind ? entry : undefined
  }
  return {
    read,
    get(kind, key) {
      const entry = read(kind, key)
      return entry && isCurrent(entry) ? entry.value : undefined
    },
    async put(kind, key, label, value, expiresAt) {
      if (!privateFolder(folder)) return
      makeSecret(folder)
      const path = fileName(folder, kind, key)
      if (path === undefined) return
      writePrivate(path, encodeEntry({kind, ...label, savedAt: Date.now(), expiresAt, value}))
      // The login before it took much longer than this does.
      if (kind === 'token') (await import('#cloud/cache/inventory')).pruneCache(dir)
    },
    drop(kind, key) {
      const path = fileName(folder, kind, key)
      if (path !== undefined) remove(path)
    },
  }
}
