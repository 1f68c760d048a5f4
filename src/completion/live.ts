import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {isSecretKey} from '#cloud/config/secret-keys'
import type {Candidate} from '#completion/candidates'
import {lookOf, mark} from '#completion/table'
import {readRegular} from '#files/regular-file'
import {sanitize} from '#output/sanitize'

/** What decides which cloud is meant, and where the cache is. */
export interface Selection {
  words: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  cacheDir: string
}

/** Names by noun as they were last seen, so that a key press reads one file and no configuration. */
export interface NamesFile {
  format: number
  /** File or folder to what it looked like when the names were read. */
  made: Readonly<Record<string, string>>
  /** Name and what it is. */
  names: Readonly<Record<string, readonly (readonly [string, string])[]>>
}

export const NAMES_FORMAT = 2

/** One for each selection of a cloud; secrets have no part in its name. */
export function namesFile({words, env, cwd, cacheDir}: Selection): string {
  const variables = Object.entries(env).filter(([name]) => name.startsWith('OS_') && !isSecretKey(name))
  const options = words.filter((word, at) => {
    const name = (word.startsWith('--os-') ? word : (words[at - 1] ?? '')).split('=', 1)[0] ?? ''
    return name.startsWith('--os-') && !isSecretKey(name.slice(2))
  })
  const here = ['yaml', 'yml', 'json'].some((ending) => existsSync(join(cwd, `clouds.${ending}`))) ? [cwd] : []
  return join(cacheDir, `completion-names-${mark(JSON.stringify([variables.sort(), options, here, env.HOME]))}.json`)
}

/** The names of a noun; undefined when the file is missing or older than what it was made from. */
export function readNames(file: string, noun: string): readonly Candidate[] | undefined {
  try {
    const stored = JSON.parse(readRegular(file)) as NamesFile
    const current = Object.entries(stored.made).every(([path, look]) => lookOf(path) === look)
    if (stored.format !== NAMES_FORMAT || !current) return undefined
    const names = Object.hasOwn(stored.names, noun) ? (stored.names[noun] ?? []) : []
    return names.map(([value, summary]) => ({value, summary: sanitize(summary)}))
  } catch {
    return undefined
  }
}
