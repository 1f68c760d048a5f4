import type {Terminal} from '#cloud/auth/types'
import type {CloudConfig} from '#cloud/config/types'
import type {Trace, TransportOptions} from '#cloud/transport-types'
import type {Session} from '#cloud/types'
import {ConfigError} from '#errors'
import {LONGEST_TIMER} from '#terminal/pause'

/** What sessions and downloads need to know about the process. */
export interface SessionRuntime {
  env: Readonly<Record<string, string | undefined>>
  userAgent: string
  signal: AbortSignal
  trace: Trace
  cacheDir: string
  /** False with --no-cache or OSC_NO_CACHE. */
  useCache: boolean
  /** Where missing credentials are prompted for; default: the terminal of the process. */
  terminal?: Terminal
}

/** The client of one cloud. Nothing is sent yet. */
export async function openSession(config: CloudConfig, runtime: SessionRuntime): Promise<Session> {
  const [{createTransport}, {createSession}, {openCache}] = await Promise.all([
    import('#cloud/transport'),
    import('#cloud/session'),
    import('#cloud/cache/cache'),
  ])
  const transport = createTransport(transportOptions(config, runtime))
  const cache = openCache({dir: runtime.cacheDir, enabled: runtime.useCache})
  const {trace, signal, terminal} = runtime
  return createSession({config, transport, cache, trace, signal, ...(terminal && {terminal})})
}

/** How requests for this cloud travel: proxies, TLS settings and time-out. */
export function transportOptions(
  config: CloudConfig,
  {env, userAgent, signal, trace}: Pick<SessionRuntime, 'env' | 'userAgent' | 'signal' | 'trace'>,
): TransportOptions {
  const {verify, cacert, cert, key, sources} = config
  const origin = (setting: string) => sources[setting]?.name
  return {
    env,
    userAgent,
    signal,
    trace,
    verify,
    cacert,
    cert,
    key,
    sources: {cacert: origin('cacert') ?? origin('verify'), cert: origin('cert'), key: origin('key')},
    timeout: timeoutOf(config),
  }
}

/** Seconds; undefined without a limit. ConfigError when `api_timeout` is not a number. */
function timeoutOf({settings: {api_timeout: given}, sources}: CloudConfig): number | undefined {
  const seconds = Number(given ?? 0)
  if (Number.isFinite(seconds)) return seconds > 0 ? Math.min(seconds, LONGEST_TIMER / 1000) : undefined
  const place = sources.api_timeout === undefined ? '' : `${sources.api_timeout.name}: `
  throw new ConfigError(`${place}api_timeout must be a number of seconds, not ${JSON.stringify(given)}.`, {
    hint: 'Correct it, or remove it to wait without a limit.',
  })
}
