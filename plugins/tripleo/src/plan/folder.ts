import {readdirSync, statSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {fileReason, readLimited, UsageError} from '@osc-cli/core'

/** Of a file of a plan. */
const MOST_MEBIBYTES = 64

/** The files below a folder by their path from it, without hidden files and folders. */
export async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  try {
    const names = readdirSync(folder, {recursive: true, withFileTypes: true})
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((name) => !name.split(sep).some((part) => part.startsWith('.')))
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
    const files = new Map<string, Buffer>()
    for (const name of names)
      files.set(name.replaceAll(sep, '/'), await readLimited(join(folder, name), MOST_MEBIBYTES))
    return files
  } catch (cause) {
    throw unreadable(folder, cause, 'Specify the folder with the templates: --templates FOLDER')
  }
}

/** The error for a folder of an option that cannot be read. */
export const unreadable = (folder: string, cause: unknown, hint: string): UsageError =>
  new UsageError(`The folder ${folder} cannot be read: ${fileReason(cause)}.`, {cause, hint})
