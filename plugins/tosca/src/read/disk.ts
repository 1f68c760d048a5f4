import {existsSync} from 'node:fs'
import {dirname, relative, resolve} from 'node:path'
import {fileReason, HttpError} from '@osc-cli/core'
import {collect, type Files, isUrl, MAX_ARCHIVE_BYTES, MAX_BYTES, Missing, type Reading, textOf} from '#read/source'

/** Files of the local disk and of the web. Locations are absolute paths and URLs. */
export function openFiles({cwd, download}: Reading): Files & {bytes(location: string): Promise<Buffer>} {
  const display = (location: string): string => {
    if (isUrl(location)) return location.replace(/^(https?:\/\/)[^/?#]*@/i, '$1')
    const short = relative(cwd, location)
    return short === '' || short.startsWith('..') ? location : short
  }

  async function load(location: string, limit: number): Promise<Buffer> {
    if (isUrl(location)) return await collect(await fetched(location), display(location), limit)
    const {createReadStream} = process.getBuiltinModule('node:fs')
    try {
      return await collect(createReadStream(location), display(location), limit)
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && 'syscall' in cause))
        throw cause
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
    read: async (location) => textOf(await load(location, MAX_BYTES), display(location)),
    bytes: (location) => load(location, MAX_ARCHIVE_BYTES),
    display,
  }
}
