import {readdirSync, readFileSync, type Stats, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import type {Readable} from 'node:stream'
import {type CommandContext, fileReason, OscError, openSource, type Source, UsageError} from '@osc-cli/core'
import {cannotBe} from '#local-path'

/** A file to upload. */
export interface LocalFile {
  source: Source
  /** Milliseconds since the epoch; of standard input the time of the upload. */
  modified: number
  /** The whole content of a small file, for which a stream would cost more than the request. OscError if it cannot be read. */
  content?: () => Buffer
}

/** Bytes of a small file. */
const SMALL = 2 ** 16

type Context = Pick<CommandContext, 'runtime' | 'note' | 'now'>

/** A file named on the line, or standard input. UsageError when it cannot be read. */
export function oneFile(path: string, context: Context): LocalFile {
  const source = openSource(path, context)
  if (!source.canReopen) return {source, modified: context.now()}
  const file = resolve(context.runtime.cwd, path)
  const {size = 0} = source
  const isSmall = size > 0 && size <= SMALL
  const content = () => contentOf(file, path, size)
  return {source: asLong(source), modified: statSync(file).mtimeMs, ...(isSmall && {content})}
}

/** The stats of what a path leads to; undefined if they cannot be read, for which opening the path reports the reason. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

export const isFolder = (path: string, {runtime}: Pick<Context, 'runtime'>): boolean =>
  statsOf(resolve(runtime.cwd, path))?.isDirectory() === true

/**
 * Paths of the files in a folder and the folders below it, in the order of names. Links to folders are not followed. Broken
 * links are included, so that opening them fails: if they were skipped, `object sync --delete` would delete their objects.
 */
export async function* filesIn(folder: string, context: Context, below = ''): AsyncGenerator<string> {
  const where = resolve(context.runtime.cwd, folder, below)
  for (const entry of readFolder(() => readdirSync(where, {withFileTypes: true}), join(folder, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    const isLinkToFile = entry.isSymbolicLink() && (statsOf(join(where, entry.name))?.isFile() ?? true)
    if (entry.isDirectory()) yield* filesIn(folder, context, path)
    else if (entry.isFile() || isLinkToFile) yield path
    else await context.note(`Skipped ${join(folder, path)}: not a regular file.`)
  }
}

function readFolder<T extends {name: string}>(read: () => T[], folder: string): T[] {
  try {
    return read().sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    throw new UsageError(`Folder ${folder} cannot be read: ${fileReason(error)}.`, {cause: error})
  }
}

/**
 * The source with the length that it had when the upload began: data appended in the meantime is left out, and a truncated
 * file fails. Files in /proc report size 0 although they have content, so their length is unknown.
 */
function asLong(source: Source): Source {
  const {name, size = 0} = source
  if (size === 0) return {...source, size: undefined}
  const {Readable} = process.getBuiltinModule('node:stream')
  return {
    ...source,
    open: (range = {start: 0, end: size - 1}) =>
      Readable.from(exactly(source.open(range), range.end - range.start + 1, name), {objectMode: false}),
  }
}

function contentOf(file: string, name: string, size: number): Buffer {
  let content: Buffer
  try {
    content = readFileSync(file)
  } catch (error) {
    throw cannotBe('read', name, error)
  }
  if (content.length < size) throw becameShorter(name)
  return content.subarray(0, size)
}

const becameShorter = (name: string): OscError =>
  new OscError(`File ${name} became shorter during the upload.`, {hint: 'Upload it again.'})

async function* exactly(stream: Readable, size: number, name: string): AsyncGenerator<Buffer> {
  let read = 0
  for await (const chunk of stream) {
    read += chunk.length
    yield chunk
  }
  if (read < size) throw becameShorter(name)
}
