import {rmSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {withLine, withoutLine} from '#completion/install/profile'
import type {Installation} from '#completion/install/shells'
import {ConfigError} from '#errors'
import {fileReason} from '#files/file-error'
import {makeFolder} from '#files/make-folder'
import {readRegularBytes} from '#files/regular-file'

/** A profile may have another encoding than UTF-8: what is in it is kept byte by byte. */
const BYTES = 'latin1'
const inBytes = (text: string): string => Buffer.from(text).toString(BYTES)

/** Writes what is missing; returns what it wrote. */
export function install({file, script, profile}: Installation, program: string): string[] {
  const done = put(file, inBytes(script)) ? [`Wrote ${file}`] : []
  if (!profile) return done
  const text = read(profile.file) ?? ''
  const changed = put(profile.file, withLine(text, inBytes(program), inBytes(profile.line)))
  return changed ? [...done, `Added to ${profile.file}: ${profile.line}`] : done
}

/** Removes what `install` wrote; returns what it removed. */
export function uninstall({file, profile}: Installation, program: string): string[] {
  const done = read(file) === undefined ? [] : [`Removed ${file}`]
  attempt(file, () => rmSync(file, {force: true}))
  const text = profile && read(profile.file)
  if (!profile || text === undefined) return done
  const changed = put(profile.file, withoutLine(text, inBytes(program)))
  return changed ? [...done, `Removed from ${profile.file}: ${profile.line}`] : done
}

/** False when the file has this text already. */
function put(file: string, text: string): boolean {
  if (read(file) === text) return false
  attempt(file, () => {
    makeFolder(dirname(file))
    // Not replaced but written: the user's profile may be a link into a repository of theirs.
    writeFileSync(file, text, BYTES)
  })
  return true
}

function read(file: string): string | undefined {
  try {
    return readRegularBytes(file).toString(BYTES)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw unusable(file, error)
  }
}

function attempt(file: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw unusable(file, error)
  }
}

const unusable = (file: string, error: unknown) =>
  new ConfigError(`Shell completion cannot read or write ${file}: ${fileReason(error)}.`, {
    cause: error,
    hint: 'Install the script yourself; to print it: osc completion install --print',
  })
