import type {Evidence} from '#advice/remedies/types'
import {type HttpError, PolicyError} from '#errors'

/** What there is to show for a failure: what was asked, and what the service answered. */
export function evidenceOf(http: HttpError | undefined, state: string | undefined): Evidence {
  if (!http) return {}
  const {status, method, url, requestId, service} = http.failure
  const rule = http instanceof PolicyError ? http.rule : undefined
  const all = {status, method, url: withoutQuery(url), requestId, service, rule, state}
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** A query may hold a signature or a key. */
const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//')
