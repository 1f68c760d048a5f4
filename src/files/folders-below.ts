import {lstatSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {FileExistsError} from '#errors'

/**
 * Checks the folders between `root` and a file whose path is relative to it. FileExistsError where one of them is not a
 * folder: a symbolic link could lead out of `root`. What does not exist yet is fine.
 */
export function checkFoldersBelow(root: string, path: string): void {
  let folder = root
  for (const part of dirname(path).split('/')) {
    if (part === '.') continue
    folder = join(folder, part)
    const stats = lstatSync(folder, {throwIfNoEntry: false})
    if (!stats) return
    if (stats.isDirectory()) continue
    throw new FileExistsError(`${folder} is ${stats.isSymbolicLink() ? 'a symbolic link' : 'not a folder'}.`, {
      hint: 'Remove it, or choose another folder; symbolic links are not followed.',
    })
  }
}
