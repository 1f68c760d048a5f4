import {writeFileSync} from 'node:fs'
import {dirname, join, resolve, sep} from 'node:path'
import {fileReason, makeFolder, OscError, UsageError} from '@osc-cli/core'

/** Writes a text to the file of --output-file, and the files that it needs beside it. */
export function writeOutput(cwd: string, output: string, text: string, files: ReadonlyMap<string, string | Buffer>) {
  const path = resolve(cwd, output)
  const folder = dirname(path)
  for (const name of files.keys())
    if (join(folder, name) === path)
      throw new UsageError(`The template needs a file ${name} beside it.`, {
        hint: 'Choose another name for --output-file.',
      })
  writeFiles(folder, files)
  write(path, text, output)
}

/** Writes files to a folder, never outside it. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string | Buffer>): void {
  for (const [name, content] of files) {
    const path = join(folder, name)
    if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
      throw new OscError(`${name} is outside ${folder}.`)
    write(path, content, name)
  }
}

function write(path: string, content: string | Buffer, name: string): void {
  try {
    makeFolder(dirname(path))
    writeFileSync(path, content)
  } catch (cause) {
    throw new UsageError(`File ${name} cannot be written: ${fileReason(cause)}.`, {cause})
  }
}
