import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {fileReason, UsageError} from '@osc-cli/core'

/** The files below a folder by their path from it, without hidden files and folders. */
export function readFolder(folder: string): Map<string, Buffer> {
  try {
    const names = readdirSync(folder, {recursive: true, withFileTypes: true})
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((name) => !name.split(sep).some((part) => part.startsWith('.')))
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
    return new Map(names.map((name) => [name.replaceAll(sep, '/'), readFileSync(join(folder, name))]))
  } catch (cause) {
    throw unreadable(folder, cause, 'Specify the folder with the templates: --templates FOLDER')
  }
}

/** The error for a folder of an option that cannot be read. */
export const unreadable = (folder: string, cause: unknown, hint: string): UsageError =>
  new UsageError(`The folder ${folder} cannot be read: ${fileReason(cause)}.`, {cause, hint})
