import {createHmac, timingSafeEqual} from 'node:crypto'
import type {Call} from '@osc-cli/core/sandbox'

/** The parameters of an `Authorization: OAuth ...` header; empty without such a header. */
export function oauthParameters(call: Call): ReadonlyMap<string, string> {
  const header = call.headers.authorization ?? ''
  if (!/^OAuth\s/i.test(header)) return new Map()
  const parts = header.slice(6).matchAll(/([\w-]+)="([^"]*)"/g)
  return new Map([...parts].map(([, key = '', value = '']) => [key, decodeURIComponent(value)] as const))
}

/** Whether a request is signed with these secrets, by HMAC-SHA1 over method, URL and all parameters (RFC 5849, 3.4). */
export function isSigned(call: Call, consumerSecret: string, tokenSecret = ''): boolean {
  const parameters = oauthParameters(call)
  if (parameters.get('oauth_signature_method') !== 'HMAC-SHA1') return false
  const key = `${encode(consumerSecret)}&${encode(tokenSecret)}`
  const expected = createHmac('sha1', key).update(baseString(call, parameters)).digest()
  const given = Buffer.from(parameters.get('oauth_signature') ?? '', 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function baseString(call: Call, parameters: ReadonlyMap<string, string>): string {
  const signed = [...parameters].filter(([key]) => key !== 'oauth_signature' && key !== 'realm')
  const form = /x-www-form-urlencoded/i.test(call.headers['content-type'] ?? '') ? new URLSearchParams(call.text) : []
  const pairs = [...signed, ...call.query, ...form].map(([key, value]) => `${encode(key)}=${encode(value)}`)
  return [call.method.toUpperCase(), call.origin + call.path, pairs.toSorted().join('&')].map(encode).join('&')
}

/** Percent-encoding of RFC 5849, 3.6, which is stricter than JavaScript's. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
