import {fileReason, readLimited} from '@osc-cli/core'
import {textOf} from '#template/content'
import {DocumentError, type Source} from '#template/document-error'
import {download, MOST_MEBIBYTES, type Network} from '#template/download'
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
  try {
    return await readLimited(path, MOST_MEBIBYTES)
  } catch (cause) {
    throw new DocumentError(`${path}: ${reasonOf(cause)}`, {cause})
  }
}

/** Shorter than `fileReason` where the path is part of a longer message. */
const REASONS: Record<string, string> = {
  ENOENT: 'no such file',
  EISDIR: 'this is a directory',
  ENOTDIR: 'no such file',
}

const reasonOf = (cause: unknown): string => REASONS[String((cause as NodeJS.ErrnoException).code)] ?? fileReason(cause)
