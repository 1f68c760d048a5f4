import {textOf} from '#template/content'
import {DocumentError, type Source} from '#template/document-error'
import {collect, download, type Network} from '#template/download'
import {displayUrl, filePath, fileUrl, isFile, isHttp} from '#template/urls'

/** Reads what a URL names, once however often it is asked for. */
export type Read = (url: string) => Promise<Buffer>

/** A reader of local files, http(s) URLs and objects of the cloud's object store. */
export function createReader(network: Network): Read {
  const reads = new Map<string, Promise<Buffer>>()

  async function read(url: string): Promise<Buffer> {
    if (isFile(url)) return readLocal(url)
    if (isHttp(url)) return download(url, network)
    throw new DocumentError(`${displayUrl(url)}: only file://, http:// and https:// URLs can be read`)
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

async function readLocal(url: string): Promise<Buffer> {
  const path = filePath(url)
  if (path === undefined) throw new DocumentError(`${url}: the file is on another host`)
  const {createReadStream} = process.getBuiltinModule('node:fs')
  try {
    return await collect(createReadStream(path), url)
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause
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
