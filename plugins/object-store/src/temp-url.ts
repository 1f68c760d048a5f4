import {createHmac} from 'node:crypto'
import {isoTime} from '#expiry'

/** Digests that Swift knows, the preferred one first. */
export const DIGESTS = ['sha256', 'sha512', 'sha1'] as const
export type Digest = (typeof DIGESTS)[number]

export const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'] as const

/** What a temporary URL allows. */
export interface Permission {
  method: (typeof METHODS)[number]
  /** Name of the object, or the beginning of all names with `isPrefix`. */
  name: string
  isPrefix: boolean
  /** In seconds since the epoch. */
  expires: number
  /** Whether the URL has the time in ISO 8601. */
  isIso: boolean
  ipRange?: string | undefined
  digest: Digest
}

/**
 * The query of a temporary URL for a path, which is signed as Swift sees it: decoded.
 * https://docs.openstack.org/swift/latest/api/temporary_url_middleware.html
 */
export function tempUrlQuery(key: string, path: string, permission: Permission): string {
  const {method, name, isPrefix, expires, isIso, ipRange, digest} = permission
  const signed = [method, String(expires), isPrefix ? `prefix:${path}` : path]
  if (ipRange !== undefined) signed.unshift(`ip=${ipRange}`)
  const query = {
    temp_url_sig: signatureOf(key, digest, signed),
    temp_url_expires: isIso ? isoTime(expires) : String(expires),
    ...(ipRange !== undefined && {temp_url_ip_range: ipRange}),
    ...(isPrefix && {temp_url_prefix: name}),
  }
  return Object.entries(query)
    .map(([parameter, value]) => `${parameter}=${encodeURIComponent(value)}`)
    .join('&')
}

/** A signature as the URL has it. Swift recognizes the shorter digests by their length. */
export function signatureOf(key: string, digest: Digest, lines: readonly string[]): string {
  const hmac = createHmac(digest, key).update(lines.join('\n'))
  return digest === 'sha512' ? `sha512:${hmac.digest('base64url')}` : hmac.digest('hex')
}
