import {UsageError} from '#errors'

/**
 * A name or ID as one segment of a request path, encoded. UsageError for what would make the path another one: empty, `.` and
 * `..`, which clients, proxies and servers resolve. `what` is what it names: `stack`.
 */
export function pathSegment(value: string, what = 'resource'): string {
  if (value === '') {
    throw new UsageError(`The name or ID of the ${what} is empty.`, {hint: 'Check that the shell variable is set.'})
  }
  if (isDots(value) || !value.isWellFormed()) {
    throw new UsageError(
      `${JSON.stringify(value)} cannot be used as the name or ID of ${/^[aeiou]/i.test(what) ? 'an' : 'a'} ${what}.`,
      {
        hint: `Use the ID of the ${what}.`,
      },
    )
  }
  return encodeURIComponent(value)
}

/**
 * The name of a Swift object as the end of a request path. Its slashes stay, as other clients send them, unless a part
 * between them is one that would be resolved: then they are encoded too, which means the same object to Swift.
 */
export function objectPath(name: string): string {
  const whole = pathSegment(name, 'object')
  return name.split('/').some((part) => part === '' || isDots(part)) ? whole : whole.replaceAll('%2F', '/')
}

const isDots = (text: string): boolean => text === '.' || text === '..'

const AUTHORITY = /^[a-z][a-z0-9+.-]*:[/\\]*[^/?#\\]*/i
/** What `new URL()` encodes in paths and queries, and whatever cannot be in a request line. */
const ENCODED = /[^\x21-\x7e]|["<>\\^`{|}]/gu

/** Path and query of a URL as they were written. `new URL()` would resolve dots, encoded ones too, to another resource. */
export function rawPath(url: string): string {
  const rest = url.replace(AUTHORITY, '').replace(/#.*$/s, '')
  const path = rest.toWellFormed().replace(ENCODED, encodeURIComponent)
  return path.startsWith('/') ? path : `/${path}`
}
