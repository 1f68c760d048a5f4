import type {CloudConfig} from '#cloud/config/types'
import type {Discovery} from '#cloud/discovery'
import type {Trace, Transport} from '#cloud/transport-types'
import type {Access} from '#cloud/types'
import type {JsonObject} from '#json'

/** What a log-in gave, and how requests show it. */
export interface Login {
  access: Access
  /** Headers of every request; names in lower case. */
  headers: Readonly<Record<string, string>>
  /** Keystone's address with /v3; undefined for the types that do without Keystone. */
  authUrl: string | undefined
  /** The only endpoint, for the types that do without a catalog. */
  endpoint?: string | undefined
  /** Absent where there is nothing to renew: no expiry, no second try after a 401, nothing to keep. */
  renewal?: Renewal
}

export interface Renewal {
  /** When to log in again, in milliseconds of this machine's clock; undefined: only after a 401. */
  at: number | undefined
  /** When the token ends by this machine's clock. */
  end: number | undefined
  /** Keystone's own words, the `token` of its answer, from which `access` can be made again. */
  answer: JsonObject
}

/** The person in front of osc. Neither works without one: `ask` is then a ConfigError. */
export interface Terminal {
  /** Asks for something secret; what is typed is not shown. `setting` is what would have answered: `password`. */
  ask(prompt: string, setting: string): Promise<string>
  /** One line that must be seen, such as where to log in with a browser; control characters are replaced. */
  print(line: string): void
}

export interface AuthContext {
  config: CloudConfig
  transport: Transport
  trace: Trace
  discovery: Discovery
  terminal: Terminal
  /** Aborted by Ctrl-C, for the log-ins that wait for a person. */
  signal: AbortSignal
}

/** One authentication type: from the configuration to a token. */
export type LogIn = (context: AuthContext) => Promise<Login>

/** A method in the body of POST /v3/auth/tokens, and the headers that go with it. */
export interface Factor {
  method: string
  data: JsonObject
  headers?: Readonly<Record<string, string>>
}

export type MakeFactor = (context: AuthContext) => Promise<Factor>
