import {createHmac, randomBytes} from 'node:crypto'

/** Who signs: the consumer, and, once there is one, the request or access token. */
export interface OAuth1Signer {
  consumerKey: string
  consumerSecret: string
  token?: string | undefined
  tokenSecret?: string | undefined
}

export interface OAuth1Options {
  /** Further parameters of the protocol: `oauth_callback`, `oauth_verifier`. */
  parameters?: Readonly<Record<string, string>>
  /** For tests; else the present second and random digits. */
  timestamp?: number
  /** Hexadecimal digits. */
  nonce?: string
}

/**
 * The Authorization header of a request signed with OAuth 1.0a and HMAC-SHA1 (RFC 5849). Parameters in the URL's query
 * are signed too; a body is not, so that it must be no form.
 */
export function oauth1Header(method: string, url: string, signer: OAuth1Signer, options: OAuth1Options = {}): string {
  const parameters: [string, string][] = Object.entries({
    // Keystone takes hexadecimal digits only.
    oauth_nonce: options.nonce ?? randomBytes(16).toString('hex'),
    oauth_timestamp: String(options.timestamp ?? Math.floor(Date.now() / 1000)),
    oauth_version: '1.0',
    oauth_signature_method: 'HMAC-SHA1',
    oauth_consumer_key: signer.consumerKey,
    ...(signer.token === undefined ? {} : {oauth_token: signer.token}),
    ...options.parameters,
  })
  const key = [signer.consumerSecret, signer.tokenSecret ?? ''].map(escaped).join('&')
  const signature = createHmac('sha1', key)
    .update(baseString(method, url, parameters))
    .digest('base64')
  const fields = [...parameters, ['oauth_signature', signature] as const]
  return `OAuth ${fields.map(([name, value]) => `${escaped(name)}="${escaped(value)}"`).join(', ')}`
}

/** Section 3.4.1: method, address and sorted parameters, each escaped once more. */
function baseString(method: string, url: string, parameters: readonly [string, string][]): string {
  const {origin, pathname, searchParams} = new URL(url)
  const pairs = [...parameters, ...searchParams].map(([name, value]) => [escaped(name), escaped(value)] as const)
  const sorted = pairs.toSorted(([a, x], [b, y]) => compare(a, b) || compare(x, y))
  const normalized = sorted.map(([name, value]) => `${name}=${value}`).join('&')
  return [method.toUpperCase(), `${origin}${pathname}`, normalized].map(escaped).join('&')
}

/** Section 3.6: everything but letters, digits and -._~ as %XX. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
