import type {IncomingHttpHeaders, OutgoingHttpHeaders} from 'node:http'
import {UsageError} from '#errors'

export type Headers = Readonly<Record<string, string>>

/** Line ends and NUL would start a header, or a request, of their own. */
const BREAKS_OUT = /[\r\n\0]/
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
/** What HTTP allows in a value besides visible text. */
const CONTROL = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]/

/** The headers as they may be sent: names and values checked, text beyond ASCII as UTF-8, as Swift wants its metadata. */
export function outgoingHeaders(headers: Headers): OutgoingHttpHeaders {
  const sent: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries(headers)) {
    if (!TOKEN.test(name)) throw new UsageError(`'${printable(name)}' cannot be the name of an HTTP header.`)
    if (BREAKS_OUT.test(value) || CONTROL.test(value)) {
      throw new UsageError(`The value of the HTTP header ${name} holds a line break or another control character.`)
    }
    sent[name] = Buffer.from(value, 'utf8').toString('latin1')
  }
  return sent
}

/** An answer's headers, one string each, names in lower case. */
export function incomingHeaders(headers: IncomingHttpHeaders): Headers {
  const received: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) received[name] = readable(Array.isArray(value) ? value.join(', ') : value)
  }
  return received
}

/** The value of a header, whatever the case of its name. */
export function header(headers: Headers, name: string): string | undefined {
  const found = Object.keys(headers).find((key) => key.toLowerCase() === name)
  return found === undefined ? undefined : headers[found]
}

/** True when the value of a header (its name in lower case) opens something: never shown, never sent to another server. */
export const isSecretHeader = (name: string): boolean => SECRET.test(name)

const SECRET =
  /^(?:x-(?:auth|subject|service|storage)-token|x-auth-key|(?:proxy-)?authorization|(?:set-)?cookie|openstack-auth-receipt|x-.*-(?:temp-url|sync)-key(?:-2)?)$/

/** Node reads header bytes as Latin-1; most services mean UTF-8. */
function readable(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value
  const text = Buffer.from(value, 'latin1').toString('utf8')
  return text.includes('\ufffd') ? value : text
}

const printable = (text: string): string => text.replace(/[\x00-\x1f\x7f]/g, '?')
