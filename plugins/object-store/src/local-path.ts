import {closeSync, existsSync, lstatSync, openSync, rmSync, type Stats} from 'node:fs'
import {dirname, join} from 'node:path'
import {checkFoldersBelow, FileExistsError, fileReason, makeFolder, OscError, UsageError} from '@osc-cli/core'

/**
 * The path, relative to a folder, that an object is saved under: its name, without slashes at the start. OscError for a
 * name that leads out of the folder, or to the file of another object.
 */
export function localPath(name: string): string {
  const path = name.replace(/^\/+/, '')
  const parts = path.replace(/\/$/, '').split('/')
  const bad = parts.find((part) => part === '' || part === '.' || part === '..' || part.includes('\0'))
  if (bad === undefined) return path
  throw new OscError(`Object ${JSON.stringify(name)} cannot be saved under its name.`, {
    hint: 'Specify a file for it: osc object save --file FILE CONTAINER OBJECT',
  })
}

/** What to do with a file that already exists. */
export type Existing = 'fail' | 'skip' | 'overwrite'

/** Places for files below a folder, each given once. */
export class Places {
  readonly #root: string
  readonly #existing: Existing
  /** Files of this run: on some file systems names that differ in case are one file. */
  readonly #own = new Set<string>()

  constructor(root: string, existing: Existing) {
    this.#root = root
    this.#existing = existing
  }

  /** Reserves a file by creating it empty; undefined for one that is to be skipped. The path is absolute. */
  reserve(path: string): {file: string; release(): void; keep(): void} | undefined {
    const file = join(this.#root, path)
    this.#makeParents(path)
    const isNew = this.#create(file, path)
    if (!isNew && this.#existing === 'skip') return undefined
    return {
      file,
      release: () => {
        if (isNew) rmSync(file, {force: true})
      },
      keep: () => void this.#own.add(identity(file)),
    }
  }

  /** A folder, as objects with a slash at the end of their names stand for it. */
  makeFolder(path: string): void {
    this.#makeParents(`${path}x`)
  }

  /** Whether the file is new; FileExistsError when it is in the way. */
  #create(file: string, path: string): boolean {
    try {
      closeSync(openSync(file, 'wx'))
      this.#own.add(identity(file))
      return true
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw cannotBe('written', path, error)
    }
    if (this.#own.has(identity(file))) {
      throw new FileExistsError(
        `${path} is the file of another object: this file system does not tell their names apart.`,
        {
          hint: 'Save it under another name: osc object save --file FILE CONTAINER OBJECT',
        },
      )
    }
    if (this.#existing === 'skip') return false
    if (this.#existing === 'fail')
      throw new FileExistsError(`${path} already exists.`, {hint: 'Replace existing files with --overwrite.'})
    if (!lstatSync(file).isFile()) throw new FileExistsError(`${path} exists and is not a regular file.`)
    return false
  }

  /** Creates the folders above a file, none of which may be a link: it could lead anywhere. */
  #makeParents(path: string): void {
    const folder = dirname(join(this.#root, path))
    try {
      checkFoldersBelow(this.#root, path)
      if (!existsSync(folder)) makeFolder(folder)
    } catch (error) {
      throw error instanceof FileExistsError ? error : cannotBe('created', folder, error)
    }
  }
}

/** The file of a single download at any path, whose folders are created. */
export function placeAt(file: string, path: string, overwrite: boolean): void {
  let stats: Stats | undefined
  try {
    makeFolder(dirname(file))
    stats = lstatSync(file, {throwIfNoEntry: false})
  } catch (error) {
    throw cannotBe('written', path, error)
  }
  if (!stats) return
  if (!stats.isFile() && !stats.isSymbolicLink())
    throw new UsageError(`${path} is not a regular file.`, {hint: 'Specify a file, or - for standard output.'})
  if (!overwrite)
    throw new FileExistsError(`${path} already exists.`, {
      hint: 'Choose another file name, or replace it with --overwrite.',
    })
}

const identity = (file: string): string => {
  const {dev, ino} = lstatSync(file)
  return `${dev}:${ino}`
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** An error of the file system. */
export const cannotBe = (what: string, path: string, error: unknown): OscError =>
  new OscError(`${path} cannot be ${what}: ${fileReason(error)}.`, {code: 'File', cause: error})
