import {statSync} from 'node:fs'
import {resolve} from 'node:path'
import type {LocatedMap} from '#cloud/config/located'
import {candidates, shownPath} from '#cloud/config/places'
import type {ConfigInput} from '#cloud/config/types'
import {ConfigError} from '#errors'
import {fileReason} from '#files/file-error'
import {readLimited, TooLargeError} from '#files/read-limited'
import {NotUtf8Error, utf8Text} from '#text/utf8'

/** A configuration file that was read. */
export interface ReadFile {
  path: string
  /** For people, see `shownPath`. */
  name: string
  /** Permissions, 0o600 and the like. */
  mode: number
  /** Undefined when nothing is in it. */
  content: LocatedMap | undefined
}

export type Stem = 'clouds' | 'secure' | 'clouds-public'

const VARIABLES: Readonly<Record<Stem, string>> = {
  clouds: 'OS_CLIENT_CONFIG_FILE',
  secure: 'OS_CLIENT_SECURE_FILE',
  'clouds-public': 'OS_CLIENT_VENDOR_FILE',
}

/**
 * The first file of its kind that can be read: the one that the variable names, then those of the search path. As in
 * openstacksdk a file that is missing or not readable is passed over; unlike there `warn` gets it, and one that
 * was asked for by name must be readable. ConfigError when the file is malformed.
 */
export async function readFirst(
  stem: Stem,
  input: ConfigInput,
  warn: (line: string) => void,
): Promise<ReadFile | undefined> {
  const variable = VARIABLES[stem]
  const named = input.env[variable]
  if (named) {
    const file = await read(resolve(input.cwd, named), named, (reason) => {
      throw new ConfigError(`${named} (from ${variable}) cannot be read: ${reason}.`, {
        hint: `Make the file readable, or unset ${variable}.`,
        code: 'ConfigUnreadable',
        facts: {file: named},
      })
    })
    if (file) return file
    warn(`${named} (from ${variable}) does not exist; the default locations are searched instead.`)
  }
  for (const path of candidates(stem, input)) {
    const name = shownPath(path, input)
    const file = await read(path, name, (reason) => warn(`${name} ${UNREADABLE} (${reason}).`))
    if (file) return file
  }
  return undefined
}

/** Far more than any configuration needs. */
const MOST_MEBIBYTES = 8

const UNREADABLE = 'is ignored: it cannot be read'

/** Whether a warning is about a file that exists but cannot be read. */
export const isUnreadable = (warning: string): boolean => warning.includes(UNREADABLE)

/** A file that osc wrote: missing or not readable, it is as if there were none. */
export const readOwn = (path: string, input: ConfigInput): Promise<ReadFile | undefined> =>
  read(path, shownPath(path, input), () => {})

async function read(path: string, name: string, unreadable: (reason: string) => void): Promise<ReadFile | undefined> {
  let bytes: Buffer
  try {
    bytes = await readLimited(path, MOST_MEBIBYTES)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (error instanceof TooLargeError)
      throw new ConfigError(`${name} cannot be read: ${error.message}.`, {hint: 'Check which file this is: osc doctor'})
    if (code !== 'ENOENT' && code !== 'ENOTDIR') unreadable(fileReason(error))
    return undefined
  }
  const text = textOf(bytes, name)
  const {parseFile} = await import('#cloud/config/parse-file')
  return {path, name, mode: statSync(path).mode & 0o777, content: parseFile(text, name)}
}

/** In another encoding a password would silently become another one. */
function textOf(bytes: Buffer, name: string): string {
  try {
    return utf8Text(bytes)
  } catch (cause) {
    if (!(cause instanceof NotUtf8Error)) throw cause
    throw new ConfigError(`${name} cannot be read: it is ${cause.message}.`, {hint: 'Save it as UTF-8.', cause})
  }
}
