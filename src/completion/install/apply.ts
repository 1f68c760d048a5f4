import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {withLine, withoutLine} from '#completion/install/profile'
import type {Installation} from '#completion/install/shells'
import {ConfigError} from '#errors'
import {makeFolder} from '#files/make-folder'

/** Writes what is missing; returns what it wrote. */
export function install({file, script, profile}: Installation, program: string): string[] {
  const done = put(file, script) ? [`Wrote ${file}`] : []
  if (!profile) return done
  const text = read(profile.file) ?? ''
  const changed = put(profile.file, withLine(text, program, profile.line))
  return changed ? [...done, `Added to ${profile.file}: ${profile.line}`] : done
}

/** Removes what `install` wrote; returns what it removed. */
export function uninstall({file, profile}: Installation, program: string): string[] {
  const done = read(file) === undefined ? [] : [`Removed ${file}`]
  attempt(file, () => rmSync(file, {force: true}))
  const text = profile && read(profile.file)
  if (!profile || text === undefined) return done
  const changed = put(profile.file, withoutLine(text, program))
  return changed ? [...done, `Removed from ${profile.file}: ${profile.line}`] : done
}

/** False when the file has this text already. */
function put(file: string, text: string): boolean {
  if (read(file) === text) return false
  attempt(file, () => {
    makeFolder(dirname(file))
    // Not replaced but written: the user's profile may be a link into a repository of theirs.
    writeFileSync(file, text)
  })
  return true
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
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
  new ConfigError(`Completion cannot use ${file}: ${error instanceof Error ? error.message : error}`, {
    cause: error,
    hint: 'Print the script, and put it where your shell finds it: osc completion install --print',
  })
