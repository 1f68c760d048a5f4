import {type ApiResponse, download, OscError, type Target} from '@osc-cli/core'
import {cannotBe} from '#local-path'
import type {Context} from '#put-object'
import {onObject} from '#swift'

/** Downloads an object to a file, or to standard output for `-`; verified with its ETag where that is an MD5 checksum. */
export async function getObject(context: Context, container: string, name: string, path: string): Promise<void> {
  const target: Target = {path, overwrite: true, checksum: {algorithm: 'md5', hex: ''}}
  const get = async (headers: Record<string, string>) => {
    const answer = await onObject(context, container, name, {headers})
    target.checksum = checksumOf(answer)
    return answer
  }
  try {
    await download(context, target, get)
  } catch (error) {
    // A closed standard output is not a failed download, so its error is passed on unchanged.
    if (path !== '-' && isSystemError(error)) throw cannotBe('written', path, error)
    throw error
  }
}

/** The MD5 checksum of the content; undefined for objects whose ETag is not one: those in segments, and encoded ones. */
function checksumOf(answer: ApiResponse): Target['checksum'] {
  const {headers} = answer
  const hex = headers.etag ?? ''
  // The body is decoded as it arrives, but the ETag is that of the encoded one.
  const isEncoded = headers['content-encoding'] !== undefined
  const isWhole = !headers['x-static-large-object'] && headers['x-object-manifest'] === undefined
  return isWhole && !isEncoded && /^[0-9a-f]{32}$/.test(hex) ? {algorithm: 'md5', hex} : undefined
}

const isSystemError = (error: unknown): boolean =>
  error instanceof Error && !(error instanceof OscError) && 'syscall' in error
