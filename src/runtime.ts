import type {CloudConfig} from '#cloud/config/types'
import type {Download} from '#cloud/download'
import type {Trace} from '#cloud/transport-types'
import type {Session} from '#cloud/types'
import type {Observed} from '#context/observed'
import type {Sink} from '#output/types'
import type {PluginIndex} from '#plugins/types'
import type {Clock} from '#terminal/clock'

/** The process around a command: what it was asked, where it reads and writes. Tests make their own. */
export interface Runtime {
  /** Global options given on the line, by their setting's name. */
  readonly options: Readonly<Record<string, string | boolean>>
  /** The environment variables; never read `process.env` in a command. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where relative paths of the line begin. */
  readonly cwd: string
  /** Standard input; opened by who reads it, for that takes time. */
  readonly stdin: () => NodeJS.ReadableStream & {isTTY?: boolean}
  /** Raw: what a server said goes through `print`, `table` or `show` of the command. */
  readonly stdout: Sink
  /** Raw, as `stdout`; `note` of the command is for people. */
  readonly stderr: Sink
  /** -1 with -q, 0, 1 with -v, 2 with -vv. */
  readonly verbosity: number
  /** Whether --debug was given. */
  readonly debug: boolean
  /** What people call the program: `osc`, or `openstack` through a link of that name. */
  readonly program: string
  /** Of the core. */
  readonly version: string
  /** The package that was started: the core, or a set of plugins. @internal */
  readonly root: string
  /** The same by the path that it was started by, where that is a link. @internal */
  readonly linkedRoot?: string | undefined
  /** @internal */
  readonly coreRoot: string
  /** For what can be rebuilt: OSC_CACHE_DIR. */
  readonly cacheDir: string
  /** For what has to stay: OSC_DATA_DIR. */
  readonly dataDir: string
  /** @internal */
  readonly index: PluginIndex
  /** Time; a command's `pause` and `now` follow it. */
  readonly clock: Clock
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal
  /** @internal */
  readonly trace: () => Promise<Trace>
  /** The selected cloud's configuration, read once. */
  readonly config: () => Promise<CloudConfig>
  /** What the command came across; kept for help and completion when it has ended. @internal */
  readonly observed: Observed
  /** The authenticated client, made once; logs in at the first request. */
  readonly session: () => Promise<Session>
  /** Another client, of the same user in the project with this ID. */
  readonly sessionIn: (projectId: string) => Promise<Session>
  /**
   * Downloads an http or https URL that does not belong to the cloud, over the cloud's route: proxies, cacert, cert, retries
   * and redirects. Returns the body as a stream; the caller limits its size. HttpError at 400 and above, ConnectionError
   * without a response.
   */
  readonly download: Download
}
