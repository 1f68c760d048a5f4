import {readdirSync, type Stats, statSync} from 'node:fs'
import {basename} from 'node:path'
import {readRegular} from '#files/regular-file'
import {decodeJson, isObject, type JsonObject} from '#json'

/** Reads what plugins are found by, and remembers what it looked like: when any of it changes, the index is rebuilt. */
export class Reading {
  /** Each file or folder with its mark. */
  readonly made = new Map<string, string>()

  /** Taken before a file is read, so that a change in between is seen at the next start. */
  watch(path: string): void {
    if (!this.made.has(path)) this.made.set(path, settledMark(path))
  }

  /** The object in a JSON file; an error of one line that names the file otherwise. */
  json(file: string): JsonObject {
    this.watch(file)
    let value: unknown
    try {
      value = decodeJson(readRegular(file))
    } catch (error) {
      throw new Error(`${basename(file)} ${isMissing(error) ? 'is missing' : `cannot be read: ${oneLine(error)}`}`)
    }
    if (!isObject(value)) throw new Error(`${basename(file)} is not a JSON object`)
    return value
  }

  /** Whether there is such a file or folder, or may be one where this user may not look. */
  exists(path: string): boolean {
    this.watch(path)
    return looked(path) !== undefined
  }

  /** The names in a folder; none when it is not there. */
  names(folder: string): string[] {
    this.watch(folder)
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  }
}

/** What a file or folder looks like; `absent` when there is none, `hidden` where this user may not look. */
export function markOf(path: string): string {
  const stat = looked(path)
  if (stat === HIDDEN) return HIDDEN
  return stat ? `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size} ${stat.ino}` : 'absent'
}

const HIDDEN = 'hidden'

function looked(path: string): Stats | typeof HIDDEN | undefined {
  try {
    return statSync(path, {throwIfNoEntry: false})
  } catch {
    return HIDDEN
  }
}

// Milliseconds for which the clock of a file system may show the same time.
const TICK = 20

/** A file that changed a moment ago may change once more without looking different: it gets a mark that never fits. */
function settledMark(path: string): string {
  const stat = looked(path)
  const isNew = typeof stat === 'object' && stat.ctimeMs > Date.now() - TICK
  return isNew ? 'too new' : markOf(path)
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The first line of what went wrong. */
export const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
