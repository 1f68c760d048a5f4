import {existsSync} from 'node:fs'
import {dirname, relative, resolve, sep} from 'node:path'
import {fileReason, HttpError, readLimited, TooLargeError} from '@osc-cli/core'
import {
  collect,
  type Files,
  isUrl,
  Missing,
  MOST_MEBIBYTES,
  MOST_MEBIBYTES_OF_ARCHIVE,
  type Reading,
  textOf,
  tooLarge,
} from '#read/source'

/** Files of the local disk and of the web. Locations are absolute paths and URLs. */
export function openFiles({cwd, download}: Reading): Files & {bytes(location: string): Promise<Buffer>} {
  const display = (location: string): string => {
    if (isUrl(location)) return location.replace(/^(https?:\/\/)[^/?#]*@/i, '$1')
    const short = relative(cwd, location)
    return short === '' || short.startsWith('..') ? location : short
  }

  async function load(location: string, limit: number): Promise<Buffer> {
    if (isUrl(location)) return await collect(await fetched(location), display(location), limit)
    try {
      return await readLimited(location, limit)
    } catch (cause) {
      if (cause instanceof TooLargeError) throw tooLarge(display(location), limit)
      throw new Missing(fileReason(cause), {cause})
    }
  }

  async function fetched(url: string): Promise<AsyncIterable<Uint8Array>> {
    try {
      return await download(url)
    } catch (cause) {
      if (cause instanceof HttpError) throw new Missing(`HTTP ${cause.failure.status}`, {cause})
      throw cause
    }
  }

  return {
    resolve(from, reference) {
      if (isUrl(reference)) return reference
      if (isUrl(from)) return URL.parse(reference, from)?.href ?? reference
      const path = reference.replace(/^file:\/\//, '')
      const beside = resolve(dirname(from), path)
      const here = resolve(cwd, path)
      // heat-translator also looks in the current folder.
      return !existsSync(beside) && existsSync(here) ? here : beside
    },
    has: (location) => !isUrl(location) && existsSync(location),
    relative: (from, location) => (isUrl(location) ? location : relative(dirname(from), location).replaceAll(sep, '/')),
    read: async (location) => textOf(await load(location, MOST_MEBIBYTES), display(location)),
    bytes: (location) => load(location, MOST_MEBIBYTES_OF_ARCHIVE),
    display,
  }
}
