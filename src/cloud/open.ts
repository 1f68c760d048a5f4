import type {Terminal} from '#cloud/auth/types'
import type {CloudConfig} from '#cloud/config/types'
import type {Trace} from '#cloud/transport-types'
import type {Session} from '#cloud/types'
import {ConfigError} from '#errors'

/** What `openSession` needs to know of the process. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>
  userAgent: string
  signal: AbortSignal
  trace: Trace
  cacheDir: string
  /** False with --no-cache or OSC_NO_CACHE. */
  useCache: boolean
  /** Who is asked for what is missing; the terminal of the process when left out. */
  terminal?: Terminal
}

/** The client of one cloud, ready to send; nothing is sent yet. */
export async function openSession(config: CloudConfig, around: Surroundings): Promise<Session> {
  const [{createTransport}, {createSession}, {openCache}] = await Promise.all([
    import('#cloud/transport'),
    import('#cloud/session'),
    import('#cloud/cache/cache'),
  ])
  const {verify, cacert, cert, key} = config
  const transport = createTransport({...around, verify, cacert, cert, key, timeout: timeoutOf(config)})
  const cache = openCache({dir: around.cacheDir, enabled: around.useCache})
  const {trace, signal, terminal} = around
  return createSession({config, transport, cache, trace, signal, ...(terminal && {terminal})})
}

/** Seconds; undefined where requests may take as long as they like. ConfigError when `api_timeout` is no number. */
function timeoutOf({settings: {api_timeout: given}, sources}: CloudConfig): number | undefined {
  const seconds = Number(given ?? 0)
  if (Number.isFinite(seconds)) return seconds > 0 ? seconds : undefined
  const place = sources.api_timeout === undefined ? '' : `${sources.api_timeout.name}: `
  throw new ConfigError(`${place}api_timeout must be a number of seconds, not ${JSON.stringify(given)}.`, {
    hint: 'Correct it, or leave it out: requests then take as long as they need.',
  })
}
