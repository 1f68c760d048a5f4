import {ConfigError} from '#errors'

export type Env = Readonly<Record<string, string | undefined>>

/**
 * The proxy for a URL, or undefined: <scheme>_proxy, then all_proxy, unless no_proxy names the host. Lower case wins over
 * upper case, as for every program that knows these variables.
 */
export function proxyFor(url: URL, env: Env): URL | undefined {
  const scheme = url.protocol.slice(0, -1)
  const [name, value] = setting(env, `${scheme}_proxy`) ?? setting(env, 'all_proxy') ?? []
  if (name === undefined || value === undefined || isExempt(url, setting(env, 'no_proxy')?.[1] ?? '')) return undefined
  return readProxy(name, value)
}

function setting(env: Env, name: string): [string, string] | undefined {
  const upper = name.toUpperCase()
  const found = env[name] === undefined ? upper : name
  // A CGI script's HTTP_PROXY is the client's `Proxy:` header.
  if (found === 'HTTP_PROXY' && env.REQUEST_METHOD !== undefined) return undefined
  const value = env[found]?.trim()
  return value ? [found, value] : undefined
}

function readProxy(name: string, value: string): URL {
  const text = value.includes('://') ? value : `http://${value}`
  if (!URL.canParse(text))
    throw new ConfigError(`${name} is not the URL of a proxy.`, {hint: 'Write it as http://HOST:PORT.'})
  const proxy = new URL(text)
  if (proxy.protocol === 'http:' || proxy.protocol === 'https:') return proxy
  throw new ConfigError(
    `${name} names a ${proxy.protocol.slice(0, -1)} proxy; osc supports only http and https proxies.`,
    {
      hint: `Unset ${name}, or set it to an HTTP proxy: http://HOST:PORT.`,
    },
  )
}

/** `no_proxy`: names (with their subdomains), addresses, CIDR blocks, each with a port or without, or `*` for everything. */
function isExempt(url: URL, list: string): boolean {
  const host = bare(url.hostname.toLowerCase())
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => matches(entry.toLowerCase(), host, port))
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true
  if (/\/\d+$/.test(entry)) return inBlock(host, entry)
  const [, name = entry, onlyPort] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(entry) ?? []
  if (onlyPort !== undefined && onlyPort !== port) return false
  const suffix = bare(name).replace(/^\*?\./, '')
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`))
}

function inBlock(host: string, block: string): boolean {
  const {BlockList, isIP} = process.getBuiltinModule('node:net')
  const [network = '', bits = ''] = block.split('/')
  const [family, hostFamily] = [isIP(bare(network)), isIP(host)]
  if (family === 0 || hostFamily !== family || Number(bits) > (family === 4 ? 32 : 128)) return false
  const list = new BlockList()
  const type = family === 4 ? 'ipv4' : 'ipv6'
  list.addSubnet(bare(network), Number(bits), type)
  return list.check(host, type)
}

/** An IPv6 address without its brackets. */
const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

/** The Proxy-Authorization of a proxy URL that holds a user name. */
export function proxyAuthorization({username, password}: URL): string | undefined {
  if (username === '') return undefined
  return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`
}

/** What must not be shown of a proxy's URL. */
export const proxyPassword = ({password}: URL): string => decoded(password)

/** A proxy's URL for people: without its password. */
export const proxyName = ({protocol, host}: URL): string => `${protocol}//${host}`

/** A percent-encoded part of a URL as text; as it is where it is not encoded properly. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
