import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join, resolve, sep} from 'node:path'
import {fileReason, OscError, type Runtime, UsageError} from '@osc-cli/core'

/** Writes files to the folder of `output`, never outside it, and `main` to `output` itself. */
export async function writeFiles(
  {cwd}: Pick<Runtime, 'cwd'>,
  output: string,
  files: ReadonlyMap<string, string | Buffer>,
  main: string | undefined,
): Promise<void> {
  const folder = main === undefined ? resolve(cwd, output) : dirname(resolve(cwd, output))
  for (const [name, content] of files) {
    const path = join(folder, name)
    if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
      throw new OscError(`${name} is outside ${folder}.`)
    if (main !== undefined && path === resolve(cwd, output)) {
      throw new UsageError(`The template needs a file ${name} beside it.`, {
        hint: 'Choose another name for --output-file.',
      })
    }
    write(path, content, name)
  }
  if (main !== undefined) write(resolve(cwd, output), main, output)
}

function write(path: string, content: string | Buffer, name: string): void {
  try {
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, content)
  } catch (cause) {
    throw new UsageError(`File ${name} cannot be written: ${fileReason(cause)}.`, {cause})
  }
}
