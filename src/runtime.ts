import type {CloudConfig} from '#cloud/config/types'
import type {Trace} from '#cloud/transport-types'
import type {Session} from '#cloud/types'
import type {Seen} from '#context/seen'
import type {Sink} from '#output/types'
import type {PluginIndex} from '#plugins/types'

/** The process around a command: what it was asked, where it reads and writes. Tests make their own. */
export interface Runtime {
  /** Global options given on the line, by their setting's name. */
  readonly options: Readonly<Record<string, string | boolean>>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly stdin: NodeJS.ReadableStream & {isTTY?: boolean}
  readonly stdout: Sink
  readonly stderr: Sink
  /** -1 with -q, 0, 1 with -v, 2 with -vv. */
  readonly verbosity: number
  readonly debug: boolean
  readonly program: string
  readonly version: string
  /** The package that was started: the core, or a set of plugins. */
  readonly root: string
  /** The same by the path that it was started by, where that is a link. */
  readonly linkedRoot?: string | undefined
  readonly coreRoot: string
  readonly cacheDir: string
  readonly dataDir: string
  readonly index: PluginIndex
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal
  readonly trace: () => Promise<Trace>
  /** The selected cloud's configuration, read once. */
  readonly config: () => Promise<CloudConfig>
  /** What the command came across; kept for help and completion when it has ended. */
  readonly seen: Seen
  /** The authenticated client, made once; logs in at the first request. */
  readonly session: () => Promise<Session>
  /** Another client, of the same user in the project with this ID. */
  readonly sessionIn: (projectId: string) => Promise<Session>
}
