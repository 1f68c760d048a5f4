import type {CloudConfig} from '#cloud/config/types'
import type {SessionRuntime} from '#cloud/open'
import type {Timing} from '#cloud/trace/trace'
import type {Session} from '#cloud/types'
import {Observed} from '#context/observed'
import type {RunState} from '#line/run-state'
import type {SplitLine} from '#line/split'
import {sanitize} from '#output/sanitize'
import type {Sink} from '#output/types'
import type {PluginIndex} from '#plugins/types'
import {homeOf, userAgent} from '#process'
import type {Runtime} from '#runtime'
import type {Clock} from '#terminal/clock'

/** What a command line takes from the process. */
export interface ProcessRuntime {
  root: string
  /** The same by the path that it was started by, where that is a link. */
  linkedRoot?: string | undefined
  coreRoot: string
  stdin: () => NodeJS.ReadableStream & {isTTY?: boolean}
  stdout: Sink
  stderr: Sink
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  program: string
  version: string
  cacheDir: string
  dataDir: string
  clock: Clock
  signal: AbortSignal
  /** Warnings about the configuration already reported: the lines of a shell share them. */
  reportedWarnings?: Set<string>
}

/** What one command runs with. Configuration, trace and session are created on first use, once. */
export function makeRuntime(
  line: SplitLine,
  index: PluginIndex,
  io: ProcessRuntime,
  secrets: () => Promise<readonly string[]> = async () => [],
): {runtime: Runtime; finish: () => Promise<void>; known: Pick<RunState, 'config' | 'masked'>} {
  const {options, verbosity} = line
  const debug = options.debug === true
  let timings: (() => readonly Timing[]) | undefined
  let masked = (text: string) => text
  let configured: CloudConfig | undefined
  const observed = new Observed()
  const useCache = options.no_cache !== true && !io.env.OSC_NO_CACHE
  const trace = once(async () => {
    const {createTrace} = await import('#cloud/trace/trace')
    const logFile = typeof options.log_file === 'string' ? options.log_file : undefined
    const made = createTrace({debug, verbosity, timing: options.timing === true, logFile, stderr: io.stderr})
    for (const value of await secrets()) made.secret(value)
    timings = made.timings
    masked = made.masked
    return made
  })
  const config = once(async (): Promise<CloudConfig> => {
    const {loadCloudConfig} = await import('#cloud/config/load')
    const loaded = await loadCloudConfig({options, env: io.env, cwd: io.cwd, home: homeOf(io.env)})
    configured = loaded
    // For people: a script that reads stderr gets what openstack would say.
    const isShown = verbosity > 0 || (verbosity === 0 && io.stderr.isTTY)
    const warnings = isShown ? loaded.warnings.filter((warning) => !io.reportedWarnings?.has(warning)) : []
    for (const warning of warnings) io.reportedWarnings?.add(warning)
    for (const warning of warnings) await io.stderr.write(`${sanitize(warning)}\n`)
    return loaded
  })
  const sessionRuntime = async (): Promise<SessionRuntime> => ({
    env: io.env,
    userAgent: userAgent(io.version),
    signal: io.signal,
    trace: await trace(),
    cacheDir: io.cacheDir,
    useCache,
  })
  const open = async (cloud: CloudConfig): Promise<Session> => {
    const {openSession} = await import('#cloud/open')
    return await openSession(cloud, await sessionRuntime())
  }
  const downloader = once(async () => {
    const {createDownload} = await import('#cloud/download')
    return createDownload(await config(), await sessionRuntime())
  })
  const download = async (url: string) => await (await downloader())(url)
  const session = once(async () => await open(await config()))
  const sessionIn = async (projectId: string) => {
    const {inProject} = await import('#cloud/config/in-project')
    return await open(inProject(await config(), projectId))
  }
  const finish = async () => {
    if (useCache && !observed.isEmpty) {
      const {remember} = await import('#context/remember')
      await remember(observed, await config(), io.cacheDir)
    }
    if (options.timing !== true || !timings) return
    const {writeTimings} = await import('#line/timings')
    await writeTimings(timings(), io.stdout)
  }
  const known = {config: () => configured, masked: (text: string) => masked(text)}
  const clients = {trace, config, session, sessionIn, download}
  return {runtime: {...io, options, verbosity, debug, index, observed, ...clients}, finish, known}
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
