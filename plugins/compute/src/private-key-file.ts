import {rmSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import {resolve} from 'node:path'
import {ConflictError, type Runtime, UsageError} from '@osc-cli/core'

type Place = Pick<Runtime, 'cwd' | 'env'>

/** A path of the line, with `~/` for the home folder. */
export const pathOf = (path: string, {cwd, env}: Place): string =>
  resolve(cwd, path.replace(/^~(?=\/|$)/, env.HOME ?? homedir()))

/** Writes a new private key that only its owner can read; never over an existing file. Returns what removes it. */
export function savePrivateKey(path: string, key: string, place: Place): () => void {
  const file = pathOf(path, place)
  try {
    writeFileSync(file, key, {mode: 0o600, flag: 'wx'})
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')
      throw new ConflictError(`File ${path} exists already.`, {hint: 'Name a new file for the private key.', cause})
    throw new UsageError(`File ${path} cannot be written.`, {
      hint: 'Check that its folder exists and is writable.',
      cause,
    })
  }
  return () => rmSync(file, {force: true})
}
