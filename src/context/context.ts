import type {CloudConfig} from '#cloud/config/types'
import type {Access} from '#cloud/types'
import type {CachedName} from '#context/observed'

/** A statement about the cloud with where it comes from and when it was made, in milliseconds of the epoch. */
export interface Known<T> {
  value: T
  at: number
  /** For people: `catalog`, `version document http://...`, `osc stack list`. */
  source: string
}

/** The range of microversions that a service has: `2.1` to `2.96`. */
export interface Microversions {
  lowest: string
  highest: string
}

/**
 * What is known without asking anybody. Undefined is unknown, never "no". Texts are a server's own: sanitise them
 * before they reach a terminal.
 */
export interface Context {
  /** The time that ages count from. */
  now: number
  /** The selected cloud's configuration; undefined when it cannot be read: `problem` says why. */
  config: CloudConfig | undefined
  problem: Error | undefined
  /** The last log-in with this configuration: user, scope, roles, expiry, catalog. The token itself is left out. */
  access: Known<Omit<Access, 'token'>> | undefined
  /** By official service type: `compute`. */
  microversions: Readonly<Record<string, Known<Microversions>>>
  /** The current version of a service's API, by official service type: `v3.14`. */
  versions?: Readonly<Record<string, Known<string>>>
  /** Aliases of extensions by official service type: `network`. */
  extensions: Readonly<Record<string, Known<readonly string[]>>>
  /** What was listed or shown, by noun (`stack`), newest first. */
  names: Readonly<Record<string, Known<readonly CachedName[]>>>
  /** Columns that were printed, by command. */
  columns?: Readonly<Record<string, readonly string[]>>
}

/** Names of the roles of the last log-in. */
export const rolesOf = ({access}: Context): readonly string[] | undefined => access?.value.roles.map(({name}) => name)

/** Of no cloud and nobody: what a reference for all is made with. */
export const NO_CONTEXT: Context = {
  now: 0,
  config: undefined,
  problem: undefined,
  access: undefined,
  microversions: {},
  extensions: {},
  names: {},
}

/** Whether a page is for all, and says nothing of the reader's cloud, not even that it is unknown. */
export const isForAll = (context: Context): boolean => context === NO_CONTEXT
