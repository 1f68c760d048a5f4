import {closeSync, constants, lstatSync, openSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join, resolve, sep} from 'node:path'
import {checkFoldersBelow, FileExistsError, fileReason, makeFolder, OscError, UsageError} from '@osc-cli/core'

/** Writes a text to the file of --output-file, and the files that it needs beside it. */
export function writeOutput(cwd: string, output: string, text: string, files: ReadonlyMap<string, string | Buffer>) {
  const path = resolve(cwd, output)
  const folder = dirname(path)
  for (const name of files.keys())
    if (join(folder, name) === path)
      throw new UsageError(`The template needs a file ${name} beside it.`, {
        hint: 'Choose another name for --output-file.',
      })
  // Unlike the files beside it, the file that the user named may be a link or a device.
  if (statSync(path, {throwIfNoEntry: false})?.isDirectory())
    throw new UsageError(`${output} is a folder.`, {hint: 'Specify a file as --output-file.'})
  writeFiles(folder, files)
  write(path, text, output, 0)
}

/** Writes files to a folder, never outside it. Nothing is written if one of them cannot be in it. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string | Buffer>): void {
  for (const name of files.keys()) check(folder, name)
  for (const [name, content] of files) write(join(folder, name), content, name, constants.O_NOFOLLOW ?? 0)
}

function check(folder: string, name: string): void {
  const path = join(folder, name)
  if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
    throw new OscError(`${name} is outside ${folder}.`)
  try {
    checkFoldersBelow(folder, name)
    const stats = lstatSync(path, {throwIfNoEntry: false})
    if (!stats || stats.isFile()) return
    throw new FileExistsError(`${path} is ${stats.isSymbolicLink() ? 'a symbolic link' : 'not a regular file'}.`, {
      hint: 'Remove it, or choose another folder; symbolic links are not followed.',
    })
  } catch (cause) {
    throw cause instanceof OscError ? cause : cannotBeWritten(name, cause)
  }
}

/** A file that cannot be written completely is removed if it is new. */
function write(path: string, content: string | Buffer, name: string, flags: number): void {
  let isNew = false
  try {
    makeFolder(dirname(path))
    isNew = lstatSync(path, {throwIfNoEntry: false}) === undefined
    const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | flags)
    try {
      writeFileSync(file, content)
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    if (isNew) rmSync(path, {force: true})
    throw cannotBeWritten(name, cause)
  }
}

const cannotBeWritten = (name: string, cause: unknown): UsageError =>
  new UsageError(`File ${name} cannot be written: ${fileReason(cause)}.`, {cause})
