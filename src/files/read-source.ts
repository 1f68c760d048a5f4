import {readFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {UsageError} from '#errors'
import {fileReason} from '#files/file-error'
import type {Runtime} from '#runtime'

/** The bytes of a file named on the line: a path, relative to where the command runs, or a `file:` URL. UsageError when it cannot be read. */
export async function readSource(source: string, {cwd}: Pick<Runtime, 'cwd'>): Promise<Buffer> {
  const path = source.startsWith('file:') ? fileURLToPath(source) : resolve(cwd, source)
  try {
    return await readFile(path)
  } catch (error) {
    throw new UsageError(`File ${source} cannot be read: ${fileReason(error)}.`, {cause: error})
  }
}
