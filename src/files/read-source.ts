import {resolve} from 'node:path'
import {UsageError} from '#errors'
import {fileReason} from '#files/file-error'

/** The bytes of a file that a command line names: a path relative to `cwd`, or a `file:` URL. UsageError when it cannot be read. */
export async function readSource(path: string, cwd: string): Promise<Buffer> {
  // An import of fs/promises costs every start of osc some milliseconds.
  const {readFile} = process.getBuiltinModule('node:fs/promises')
  try {
    return await readFile(path.startsWith('file:') ? new URL(path) : resolve(cwd, path))
  } catch (error) {
    throw new UsageError(`Cannot read ${path}: ${fileReason(error)}.`, {cause: error})
  }
}

/** The text of a file that a command line names, without a byte order mark. UsageError when it is not UTF-8. */
export async function readText(path: string, cwd: string): Promise<string> {
  return textOf(await readSource(path, cwd), path)
}

const UTF16_MARKS = ['fffe', 'feff']

function textOf(bytes: Buffer, path: string): string {
  const hint = 'Save it as UTF-8.'
  if (UTF16_MARKS.includes(bytes.toString('hex', 0, 2)))
    throw new UsageError(`${path}: UTF-16 text, not UTF-8.`, {hint})
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch (error) {
    throw new UsageError(`${path}: not UTF-8 text.`, {hint, cause: error})
  }
}
