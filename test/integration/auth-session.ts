import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openCache} from '#cloud/cache/cache'
import {loadCloudConfig} from '#cloud/config/load'
import {createSession} from '#cloud/session'
import {createTransport} from '#cloud/transport'
import type {Trace} from '#cloud/transport-types'
import type {Session} from '#cloud/types'
import {asObject, asText} from '#json'
import {cloudEntry} from './support/cloud.ts'

/** A session as osc opens it for these OS_* variables; `asked` are its requests below the service, `POST /v3/auth/tokens` each. */
export interface Opened {
  session: Session
  requested: string[]
}

export type Env = Readonly<Record<string, string | undefined>>

/** Opens sessions for the surrounding `describe`, which share one cache; `OS_AUTH_URL` and the region are set already. */
export function openSessions(): {open(env: Env): Promise<Opened>; cacheDir(): string} {
  let dir = ''
  const closing: (() => void)[] = []
  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'osc-auth-'))
  })
  after(() => {
    for (const close of closing) close()
    rmSync(dir, {recursive: true})
  })
  return {
    cacheDir: () => dir,
    async open(env) {
      const entry = await cloudEntry()
      const all = {
        OS_AUTH_URL: asText(asObject(entry.auth).auth_url),
        OS_REGION_NAME: asText(entry.region_name),
        ...env,
      }
      const config = await loadCloudConfig({options: {}, env: all, cwd: dir, home: dir})
      const requested: string[] = []
      const trace = countingTrace(requested)
      const transport = createTransport({verify: true, env: {}, userAgent: 'osc-test', trace})
      closing.push(() => transport.close())
      const cache = openCache({dir, enabled: true})
      return {session: createSession({config, transport, cache, trace, terminal: NOBODY}), requested}
    },
  }
}

const NOBODY = {
  ask: async (prompt: string): Promise<string> => {
    throw new Error(`Nobody is here to answer: ${prompt}`)
  },
  print() {},
}

/** Without the word for the service that comes first where several share a port: `/identity/v3/projects`. */
const belowService = (path: string): string => path.replace(/^(\/[a-z-]+)?(?=\/v\d|$)/, '') || '/'

const countingTrace = (requested: string[]): Trace => ({
  request: ({method, url}) => void requested.push(`${method} ${belowService(new URL(url).pathname)}`),
  response() {},
  note() {},
  secret() {},
  wantsBodies: false,
})
