import type {Mask} from '#cloud/trace/mask'
import type {Trace} from '#cloud/transport-types'
import {UNSAFE} from '#output/sanitize'
import {shellWord} from '#text/shell-word'

export type Request = Parameters<Trace['request']>[0]
export type Response = Parameters<Trace['response']>[0]

/** Characters of a body that are shown. */
const LONGEST_BODY = 64 * 1024
/** Characters of a body that are searched for secrets. */
const LONGEST_LOOK = 4 * LONGEST_BODY

/** A request as the curl command that would send it. */
export function requestLine({method, url, headers, body}: Request, mask: Mask): string {
  const options = Object.entries(headers)
    .sort(byName)
    .map(([name, value]) => `-H ${shellWord(`${name}: ${mask.header(name, value)}`)}`)
  const data = body ? [`-d ${shellWord(shownBody(body, mask))}`] : []
  return clean(['REQ: curl -g -i -X', method, shellWord(mask.text(url)), ...options, ...data].join(' '))
}

/** Status and headers of an answer on one line, its body from the next on. */
export function responseLines({status, headers, body}: Response, mask: Mask): string {
  const shown = Object.entries(headers)
    .sort(byName)
    .map(([name, value]) => `${name}: ${mask.header(name, value)}`)
  const lines = [['RESP:', `[${status}]`, ...shown].join(' ')]
  const content = body === undefined ? omitted(headers) : shownBody(body, mask)
  if (content) lines.push(`RESP BODY: ${content}`)
  return clean(lines.join('\n'))
}

/** One line for -v: what was asked, what came, how long it took, and what to look for in the service's log. */
export function summaryLine({method, url, status, milliseconds, headers}: Response, mask: Mask): string {
  const id = headers['x-openstack-request-id'] ?? headers['x-compute-request-id']
  const parts = [method, mask.text(url), status, `${Math.round(milliseconds)} ms`, ...(id ? [id] : [])]
  return clean(parts.join(' '))
}

/** Masked before it is cut: half a secret is not recognized. What is far after the cut is not looked at. */
function shownBody(body: string, mask: Mask): string {
  const text = mask.body(body.slice(0, LONGEST_LOOK))
  // Of what was cut in two at the end of the look.
  const sure = body.length > LONGEST_LOOK ? Math.max(0, text.length - LONGEST_BODY) : text.length
  const shown = text.slice(0, Math.min(LONGEST_BODY, sure))
  const left = text.length - shown.length + Math.max(0, body.length - LONGEST_LOOK)
  return left === 0 ? shown : `${shown}... (${left} more characters)`
}

/** What is said of a body that is not shown; '' when there is none. */
function omitted(headers: Response['headers']): string {
  const length = headers['content-length']
  const type = headers['content-type']
  if (type === undefined || length === '0') return ''
  return `<${length === undefined ? 'a body' : `${length} bytes`} of ${type}>`
}

const byName = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : a > b ? 1 : 0)

/** A server's text must not steer the terminal. */
export const clean = (text: string): string =>
  text.replace(/\r\n/g, '\n').replace(UNSAFE, (char) => {
    return `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
