import {existsSync, mkdirSync, statSync} from 'node:fs'
import {dirname} from 'node:path'

/**
 * Makes a folder and those above it, all with `mode`; what is there is left as it is. The system's error where that
 * cannot be.
 *
 * Node's own `recursive` never returns below a folder such as /proc, in which nothing can be made and the system says
 * that the new folder is missing.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const above = dirname(path)
  if (above !== path && !existsSync(above)) makeFolder(above, mode)
  try {
    mkdirSync(path, mode)
  } catch (error) {
    if (!statSync(path, {throwIfNoEntry: false})?.isDirectory()) throw error
  }
}
