import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {makeFolder} from '#files/make-folder'
import {uniqueHex} from '#files/unique-name'

/** The folder of the entries inside osc's cache directory. */
export const folderOf = (cacheDir: string): string => join(cacheDir, 'cloud')

/** Beginning of the names of files that are being written. */
export const TEMPORARY = '.new-'

/** Owned by this user, and nobody else may read or write it. Where there are no owners (Windows) everything is. */
const isPrivate = (stats: Stats): boolean => {
  const user = process.getuid?.()
  return user === undefined || (stats.uid === user && (stats.mode & 0o077) === 0)
}

/** The text of a private plain file; undefined when it is missing, a link, somebody else's or open to others. */
export function readPrivate(path: string): string | undefined {
  let file: number | undefined
  try {
    // Neither follow a link that somebody planted, nor hang on a pipe.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    const stats = fstatSync(file)
    return stats.isFile() && isPrivate(stats) ? readFileSync(file, 'utf8') : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Makes the folder for this user alone; false when that cannot be, for then nothing must be kept there. */
export function privateFolder(path: string): boolean {
  try {
    makeFolder(path, 0o700)
    const stats = lstatSync(path)
    if (!stats.isDirectory()) return false
    if (isPrivate(stats)) return true
    if (stats.uid !== process.getuid?.()) return false
    chmodSync(path, 0o700)
    return true
  } catch {
    return false
  }
}

/**
 * Puts a whole private file in place at once, so that readers see the old text or the new one. With `keep` a file that
 * is there stays. A disk that is full or read-only costs only the file; false then.
 */
export function writePrivate(path: string, text: string, {keep = false} = {}): boolean {
  const temporary = join(dirname(path), `${TEMPORARY}${process.pid}-${uniqueHex()}`)
  try {
    writeFileSync(temporary, text, {mode: 0o600, flag: 'wx'})
    if (keep) linkSync(temporary, path)
    else renameSync(temporary, path)
    return true
  } catch {
    return false
  } finally {
    remove(temporary)
  }
}

/** Removes a file if it is there and may be removed. */
export function remove(path: string): boolean {
  try {
    rmSync(path)
    return true
  } catch {
    return false
  }
}

interface OwnFile {
  path: string
  name: string
  stats: Stats
}

/** The files in a folder of ours; none where a link stands in its place. */
export function filesIn(folder: string): OwnFile[] {
  try {
    if (!lstatSync(folder).isDirectory()) return []
    return readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      const stats = lstatSync(path, {throwIfNoEntry: false})
      return stats && !stats.isDirectory() ? [{path, name, stats}] : []
    })
  } catch {
    return []
  }
}

const HOUR = 3_600_000

/**
 * Removes, of the files in a folder of ours that are older than an hour, what processes that were killed left half written,
 * and those of which `isOver` says so.
 */
export function sweep(folder: string, isOver: (path: string) => boolean = () => false): void {
  for (const {path, name, stats} of filesIn(folder))
    if (stats.mtimeMs <= Date.now() - HOUR && (name.startsWith(TEMPORARY) || isOver(path))) remove(path)
}
