import type {Trace} from '#cloud/transport-types'

/** The value of an Authorization header. RFC 7617. */
export function basic(trace: Trace, name: string, password: string): string {
  const encoded = Buffer.from(`${name}:${password}`).toString('base64')
  trace.secret(password)
  trace.secret(encoded)
  return `Basic ${encoded}`
}
