import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {UsageError} from '#errors'
import {fileReason} from '#files/file-error'
import {readLimited} from '#files/read-limited'
import type {Runtime} from '#runtime'
import {givenText} from '#text/given-text'

/** Of a file that is kept in memory as a whole. */
const MOST_MEBIBYTES = 64

/** The bytes of a file named on the line: a path, relative to where the command runs, or a `file:` URL. UsageError when it cannot be read. */
export async function readSource(source: string, {cwd}: Pick<Runtime, 'cwd'>): Promise<Buffer> {
  const path = source.startsWith('file:') ? fileURLToPath(source) : resolve(cwd, source)
  try {
    return await readLimited(path, MOST_MEBIBYTES)
  } catch (error) {
    throw new UsageError(`File ${source} cannot be read: ${fileReason(error)}.`, {cause: error})
  }
}

/** The text of such a file, without a byte order mark. UsageError when it cannot be read or is not UTF-8. */
export async function readText(source: string, runtime: Pick<Runtime, 'cwd'>): Promise<string> {
  return givenText(await readSource(source, runtime), source)
}
