import type {Agent} from 'node:http'
import type {AgentOptions} from 'node:https'
import {proxyFor, proxyPassword} from '#cloud/http/proxy'
import {allAuthorities, type TlsOptions, tlsOptions} from '#cloud/http/tls-options'
import {tunnelAgent} from '#cloud/http/tunnel'
import type {TransportOptions} from '#cloud/transport-types'

/** How to reach a URL: through which agent, and as a proxy's client or not. */
export interface Route {
  agent: Agent
  /** The proxy on the way, for messages. */
  proxy: URL | undefined
  /** True when the proxy reads the requests, so that they name the whole URL; false inside a tunnel. */
  forwarded: boolean
}

export interface Agents {
  route(url: URL): Route
  /** From now on believe the operating system's authorities too; false when that is so already or not wanted. */
  trustSystem(): boolean
  close(): void
}

/** Idle connections are given up before the servers' own limits (5 s is common), lest a request meet a closing one. */
const IDLE_MILLISECONDS = 4000

/** Keep-alive connections, made when first asked for: one pool a scheme and proxy. */
export function makeAgents(options: TransportOptions): Agents {
  const pools = new Map<string, Agent>()
  let tls: TlsOptions | undefined
  let system = false
  const secure = (): TlsOptions => {
    tls ??= {...tlsOptions(options), ...(system ? {ca: allAuthorities()} : {})}
    return tls
  }
  const pool = (name: string, make: () => Agent): Agent => {
    const agent = pools.get(name) ?? make()
    pools.set(name, agent)
    return agent
  }
  const close = () => {
    for (const agent of pools.values()) agent.destroy()
    pools.clear()
  }
  return {
    route(url) {
      const proxy = proxyFor(url, options.env)
      if (proxy) options.trace?.secret(proxyPassword(proxy))
      const isSecure = url.protocol === 'https:'
      const first = isSecure ? undefined : proxy
      const make = () => {
        if (isSecure && proxy) return tunnelAgent({...common(), ...secure()}, proxy, options.timeout)
        return newAgent((first ?? url).protocol, secure)
      }
      return {agent: pool(`${url.protocol} ${proxy?.href ?? ''}`, make), proxy, forwarded: first !== undefined}
    },
    trustSystem() {
      if (system || secure().ca !== undefined || !options.verify) return false
      system = true
      tls = undefined
      close()
      return true
    },
    close,
  }
}

const common = (): AgentOptions => ({
  keepAlive: true,
  timeout: IDLE_MILLISECONDS,
  // Node gives an address a quarter of a second before it tries the next; a slow network needs more.
  autoSelectFamilyAttemptTimeout: 2500,
})

function newAgent(protocol: string, secure: () => TlsOptions): Agent {
  if (protocol === 'https:') return new (process.getBuiltinModule('node:https').Agent)({...common(), ...secure()})
  return new (process.getBuiltinModule('node:http').Agent)(common())
}
