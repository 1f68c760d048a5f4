import type {Terminal} from '#cloud/auth/types'
import type {CloudConfig} from '#cloud/config/types'
import type {Trace} from '#cloud/transport-types'
import type {Session} from '#cloud/types'

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
  const timeout = Number(config.settings.api_timeout)
  const transport = createTransport({
    ...around,
    verify,
    cacert,
    cert,
    key,
    timeout: Number.isFinite(timeout) && timeout > 0 ? timeout : undefined,
  })
  const cache = openCache({dir: around.cacheDir, enabled: around.useCache})
  const {trace, signal, terminal} = around
  return createSession({config, transport, cache, trace, signal, ...(terminal && {terminal})})
}
