import {HttpError, NotFoundError, type Session} from '@osc-cli/core'
import {textOf} from '#template/content'
import {DocumentError, type Source} from '#template/document-error'
import {collect, DownloadError, download} from '#template/download'
import {displayUrl, filePath, fileUrl, isHttp} from '#template/urls'

/** Reads what a URL names, once however often it is asked for. */
export type Read = (url: string) => Promise<Buffer>

export interface Surroundings {
  readonly cwd: string
  /** For objects in the cloud's own Swift that not everyone may read. */
  readonly session?: (() => Promise<Session>) | undefined
  readonly signal?: AbortSignal | undefined
}

/** A reader of local files, http(s) URLs and objects of the cloud's object store. */
export function createReader({session, signal}: Omit<Surroundings, 'cwd'>): Read {
  const reads = new Map<string, Promise<Buffer>>()

  async function read(url: string): Promise<Buffer> {
    if (/^file:/i.test(url)) return readLocal(url)
    if (isHttp(url)) return readRemote(url)
    throw new DocumentError(`${displayUrl(url)}: only file://, http:// and https:// URLs can be read`)
  }

  /** The token goes only to the cloud's own object store, and only when the object is not public. */
  async function readRemote(url: string): Promise<Buffer> {
    try {
      return await download(url, signal)
    } catch (error) {
      if (!(error instanceof DownloadError) || !session) throw error
      return readObject(url, error, session)
    }
  }

  return (url) => {
    const reading = reads.get(url) ?? read(url)
    reads.set(url, reading)
    return reading
  }
}

/** A document's text, from a path or URL. */
export async function readSource(path: string, cwd: string, read: Read): Promise<Source> {
  const url = fileUrl(path, cwd)
  return {url, text: textOf(await read(url), url)}
}

async function readObject(url: string, failure: DownloadError, openSession: () => Promise<Session>): Promise<Buffer> {
  try {
    const session = await openSession()
    const endpoint = await session.endpoint('object-store')
    if (!url.startsWith(`${endpoint}/`)) throw failure
    const answer = await session.request({service: 'object-store', path: url.slice(endpoint.length)})
    return await collect(answer.stream(), url)
  } catch (error) {
    // The first attempt says it better when the cloud has no object store, or no such object.
    const missing = error instanceof NotFoundError || (error instanceof HttpError && error.failure.status === 404)
    throw missing ? failure : error
  }
}

async function readLocal(url: string): Promise<Buffer> {
  const path = filePath(url)
  if (path === undefined) throw new DocumentError(`${url}: this file is said to be on another host`)
  const {readFile} = process.getBuiltinModule('node:fs/promises')
  try {
    return await readFile(path)
  } catch (cause) {
    throw new DocumentError(`${path}: ${reasonOf(cause)}`, {cause})
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'no such file',
  EISDIR: 'this is a directory',
  EACCES: 'permission denied',
  ENOTDIR: 'no such file',
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause))
}
