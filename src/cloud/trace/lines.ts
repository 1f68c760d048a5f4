import type {Mask} from '#cloud/trace/mask'
import type {Trace} from '#cloud/transport-types'

export type Request = Parameters<Trace['request']>[0]
export type Response = Parameters<Trace['response']>[0]

/** Characters of a body that are shown. */
const LONGEST_BODY = 64 * 1024

/** A request as the curl command that would send it. */
export function requestLine({method, url, headers, body}: Request, mask: Mask): string {
  const options = Object.entries(headers)
    .sort(byName)
    .map(([name, value]) => `-H ${quoted(`${name}: ${mask.header(name, value)}`)}`)
  const data = body ? [`-d ${quoted(shownBody(body, mask))}`] : []
  return clean(['REQ: curl -g -i -X', method, quoted(mask.text(url)), ...options, ...data].join(' '))
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

/** Masked before it is cut: half a secret is not recognised. */
function shownBody(body: string, mask: Mask): string {
  const text = mask.text(body)
  if (text.length <= LONGEST_BODY) return text
  return `${text.slice(0, LONGEST_BODY)}... (${text.length - LONGEST_BODY} more characters)`
}

/** What is said of a body that is not shown; '' when there is none. */
function omitted(headers: Response['headers']): string {
  const length = headers['content-length']
  const type = headers['content-type']
  if (type === undefined || length === '0') return ''
  return `<${length === undefined ? 'a body' : `${length} bytes`} of ${type}>`
}

const byName = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : a > b ? 1 : 0)

/** A word of the shell's, in quotes where it needs them. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)

/** A server's text must not steer the terminal. */
export const clean = (text: string): string =>
  text.replace(/\r\n/g, '\n').replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, (char) => {
    return `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
