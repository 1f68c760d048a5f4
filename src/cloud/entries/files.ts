import {existsSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, extname, join, resolve} from 'node:path'
import {candidates, shownPath, userFile} from '#cloud/config/places'
import {readFirst} from '#cloud/config/read-file'
import type {ConfigInput} from '#cloud/config/types'
import {ConfigError} from '#errors'
import {fileReason} from '#files/file-error'
import {makeFolder} from '#files/make-folder'
import {readRegularBytes} from '#files/regular-file'
import {utf8Text} from '#text/utf8'

/** The files that hold the entries: those that are read, or where they would be made. */
interface EntryFiles {
  clouds: string
  secure: string
}

/** Where entries are added and removed. ConfigError when a file is malformed or cannot be edited. */
export async function entryFiles(input: ConfigInput): Promise<EntryFiles> {
  const {env, cwd} = input
  const silent = () => {}
  const clouds = env.OS_CLIENT_CONFIG_FILE
    ? resolve(cwd, env.OS_CLIENT_CONFIG_FILE)
    : ((await readFirst('clouds', input, silent))?.path ?? userFile('clouds.yaml', input))
  const secure = env.OS_CLIENT_SECURE_FILE
    ? resolve(cwd, env.OS_CLIENT_SECURE_FILE)
    : ((await readFirst('secure', input, silent))?.path ?? join(dirname(clouds), 'secure.yaml'))
  for (const path of [clouds, secure]) {
    if (extname(path) !== '.json') continue
    throw new ConfigError(`${shownPath(path, input)} is JSON; osc only edits YAML files.`, {
      hint: 'Edit the file yourself, or rename it to .yaml.',
    })
  }
  return {clouds, secure}
}

/** Files of the search path that exist and are not read, because another one comes first. */
export function filesNotRead(clouds: string, input: ConfigInput): string[] {
  if (input.env.OS_CLIENT_CONFIG_FILE) return []
  return candidates('clouds', input).filter((path) => path !== clouds && existsSync(path))
}

/** The text of a file; empty where there is none. */
export const textOf = (path: string): string => (existsSync(path) ? utf8Text(readRegularBytes(path)) : '')

/** Replaces a file at once, readable by its owner only; a link stays one. ConfigError where that is not possible. */
export function replaceFile(path: string, text: string, input: ConfigInput): void {
  let folder: string | undefined
  try {
    makeFolder(dirname(path), 0o700)
    const target = existsSync(path) ? realpathSync(path) : path
    folder = mkdtempSync(join(dirname(target), '.osc-'))
    const temporary = join(folder, 'new')
    writeFileSync(temporary, text, {mode: 0o600})
    renameSync(temporary, target)
  } catch (error) {
    throw new ConfigError(`${shownPath(path, input)} cannot be written: ${fileReason(error)}.`, {
      hint: `Make the file writable, or set OS_CLIENT_CONFIG_FILE to another file.`,
      cause: error,
    })
  } finally {
    if (folder) rmSync(folder, {recursive: true, force: true})
  }
}
