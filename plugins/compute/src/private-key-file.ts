import {closeSync, openSync, rmSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import {resolve} from 'node:path'
import {FileExistsError, fileReason, type Runtime, UsageError} from '@osc-cli/core'

type Place = Pick<Runtime, 'cwd' | 'env'>

/** A path of the line, with `~/` for the home folder. */
export const pathOf = (path: string, {cwd, env}: Place): string =>
  resolve(cwd, path.replace(/^~(?=\/|$)/, env.HOME ?? homedir()))

/** Writes a new private key that only its owner can read; never over an existing file. Returns what removes it. */
export function savePrivateKey(path: string, key: string, place: Place): () => void {
  const file = pathOf(path, place)
  const remove = () => rmSync(file, {force: true})
  try {
    write(file, key, remove)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')
      throw new FileExistsError(`File ${path} already exists.`, {
        hint: 'Specify a new file for the private key.',
        cause,
      })
    throw new UsageError(`File ${path} cannot be written: ${fileReason(cause)}.`, {cause})
  }
  return remove
}

/** A file that cannot be written as a whole, as on a full disk, is removed. */
function write(file: string, key: string, remove: () => void): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(handle, key)
  } catch (error) {
    remove()
    throw error
  } finally {
    closeSync(handle)
  }
}
