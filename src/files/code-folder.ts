import {lstatSync, type Stats} from 'node:fs'
import {dirname, join} from 'node:path'
import {makeFolder} from '#files/make-folder'

/**
 * The folder for compiled code inside the cache folder. Node runs what it finds there, so the folder must belong to this
 * user and nobody else may write to it or replace it. undefined where that cannot be: osc then starts without this cache.
 */
export function codeFolder(cacheDir: string): string | undefined {
  const folder = join(cacheDir, 'code')
  const user = process.getuid?.()
  try {
    makeFolder(folder, 0o700)
    // Windows has no such owners and modes.
    if (user === undefined) return folder
    return isOwn(lstatSync(folder), user) && isOwn(lstatSync(dirname(folder)), user) ? folder : undefined
  } catch {
    return undefined
  }
}

const isOwn = (stats: Stats, user: number): boolean =>
  stats.isDirectory() && stats.uid === user && (stats.mode & 0o022) === 0
