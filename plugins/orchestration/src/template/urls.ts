import {resolve} from 'node:path'

interface Parts {
  scheme: string
  host: string | undefined
  path: string
  query: string
  fragment: string
}

// RFC 3986, appendix B; a scheme begins with a letter, so `./a:b` and `1:b` do not have one.
const PARTS = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s

function split(url: string): Parts {
  // Leading whitespace and line breaks are ignored, as in browsers.
  const clean = url.replace(/^[\0- ]+/, '').replace(/[\t\r\n]/g, '')
  const [, scheme = '', host, path = '', query = '', fragment = ''] = PARTS.exec(clean) ?? []
  return {scheme: scheme.toLowerCase(), host, path, query, fragment}
}

function unsplit({scheme, host, path, query, fragment}: Parts): string {
  const rooted = path && !path.startsWith('/') ? `/${path}` : path
  return `${scheme}://${host ?? ''}${rooted}${query && `?${query}`}${fragment && `#${fragment}`}`
}

const hasScheme = (text: string): boolean => split(text).scheme !== ''

export const isFile = (url: string): boolean => /^file:/i.test(url)

export const isHttp = (url: string): boolean => /^https?:/i.test(url)

/** A path as a file:// URL, as heatclient writes it; a URL stays unchanged. */
export function fileUrl(path: string, cwd: string): string {
  return hasScheme(path) ? path : `file://${quotePath(resolve(cwd, path))}`
}

/** Percent-encodes as Python's quote(): everything except letters, digits, `_.-~` and the slash. */
function quotePath(path: string): string {
  return encodeURIComponent(path)
    .replace(/[!'()*]/g, escapeAscii)
    .replaceAll('%2F', '/')
}

const escapeAscii = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/** The local path of a file:// URL; undefined when it names another host. Queries count as part of the name. */
export function filePath(url: string): string | undefined {
  const {host, path, query} = split(url)
  if (host && host !== 'localhost') return undefined
  return unquote(query ? `${path}?${query}` : path)
}

const unquote = (text: string): string =>
  text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())

/** The directory that a document's references are relative to, always with a slash at the end. */
export function directoryOf(url: string): string {
  const parts = split(url)
  const directory = parts.path.slice(0, parts.path.lastIndexOf('/') + 1)
  return unsplit({...parts, path: withoutDots(directory.replace(/\/*$/, '/')), query: '', fragment: ''})
}

/**
 * Resolves a reference against a directory as Python's urljoin does: RFC 3986 without encoding or decoding, because the
 * result is the key by which Heat looks up the file.
 */
export function joinUrl(directory: string, reference: string): string {
  if (!reference) return directory
  const base = split(directory)
  const target = split(reference)
  if (target.scheme && target.scheme !== base.scheme) return reference
  if (target.host) return unsplit({...target, scheme: base.scheme})
  if (!target.path) return unsplit({...base, query: target.query || base.query, fragment: target.fragment})
  const path = target.path.startsWith('/') ? target.path : inside(base.path, target.path)
  return unsplit({...target, scheme: base.scheme, host: base.host, path: withoutDots(path)})
}

function inside(directory: string, path: string): string {
  const segments = [...directory.split('/').slice(0, -1), ...path.split('/')]
  return segments.filter((segment, at) => segment || at === 0 || at === segments.length - 1).join('/')
}

function withoutDots(path: string): string {
  const kept: string[] = []
  const segments = path.split('/')
  for (const segment of segments) {
    if (segment === '..') kept.pop()
    else if (segment !== '.') kept.push(segment)
  }
  if (['.', '..'].includes(segments.at(-1) ?? '')) kept.push('')
  return kept.join('/') || '/'
}

/** For messages: a local path as it is typed, an HTTP URL without its password. */
export function displayUrl(url: string): string {
  if (url.startsWith('file:')) return filePath(url) ?? url
  return url.replace(/^(https?:\/\/)[^/?#]*@/i, '$1')
}
