import {type ApiResponse, download, HttpError, OscError, type Target} from '@osc-cli/core'
import {cannotBe} from '#local-path'
import type {Context} from '#put-object'
import {onObject} from '#swift'

/** Downloads an object to a file, or to standard output for `-`; verified with its ETag where that is an MD5 checksum. */
export async function getObject(context: Context, container: string, name: string, path: string): Promise<void> {
  let first: ApiResponse | undefined
  const target: Target = {path, overwrite: true, checksum: {algorithm: 'md5', hex: ''}}
  const get = async (range: Record<string, string>) => {
    // An interrupted transfer continues only if the content is still the same, byte for byte.
    const etag = first?.headers.etag
    const isResumable = etag !== undefined && !isEncoded(first)
    const headers = isResumable ? {...range, 'if-match': etag} : {}
    const answer = await onObject(context, container, name, {headers})
    first ??= answer
    target.checksum = checksumOf(answer)
    return isEncoded(answer) ? withoutLength(answer) : answer
  }
  try {
    await download(context, target, get)
  } catch (error) {
    if (first && HttpError.is(error, 412))
      throw new OscError(`Object ${name} was replaced during the download.`, {hint: 'Download it again.', cause: error})
    // A closed standard output is not a failed download, so its error is passed on unchanged.
    if (path !== '-' && isSystemError(error)) throw cannotBe('written', path, error)
    throw error
  }
}

/** The MD5 checksum of the content; undefined for objects whose ETag is not one: those in segments, and encoded ones. */
function checksumOf(answer: ApiResponse): Target['checksum'] {
  const {headers} = answer
  const hex = headers.etag ?? ''
  const isWhole = !headers['x-static-large-object'] && headers['x-object-manifest'] === undefined && !isEncoded(answer)
  return isWhole && /^[0-9a-f]{32}$/.test(hex) ? {algorithm: 'md5', hex} : undefined
}

/** Whether the body is decoded as it arrives, because of `Content-Encoding: gzip`. */
const isEncoded = (answer: ApiResponse | undefined): boolean => answer?.headers['content-encoding'] !== undefined

/** The response without its length, which is that of the encoded body. */
function withoutLength(answer: ApiResponse): ApiResponse {
  const {'content-length': _, ...headers} = answer.headers
  return {...answer, headers}
}

const isSystemError = (error: unknown): boolean =>
  error instanceof Error && !(error instanceof OscError) && 'syscall' in error
