import type {CloudConfig} from '#cloud/config/types'
import type {Timing} from '#cloud/trace/trace'
import type {Session} from '#cloud/types'
import {Seen} from '#context/seen'
import type {SplitLine} from '#line/split'
import {userAgent} from '#oclif-config'
import type {Sink} from '#output/types'
import type {PluginIndex} from '#plugins/types'
import {homeOf} from '#process'
import type {Runtime} from '#runtime'

/** The process, as far as a line of input needs it. */
export interface Io {
  root: string
  coreRoot: string
  stdin: NodeJS.ReadableStream & {isTTY?: boolean}
  stdout: Sink
  stderr: Sink
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  program: string
  version: string
  cacheDir: string
  dataDir: string
  signal: AbortSignal
}

/** The surroundings of one command. Configuration, trace and session are made when first asked for, and only once. */
export function makeRuntime(
  line: SplitLine,
  index: PluginIndex,
  io: Io,
): {runtime: Runtime; finish: () => Promise<void>} {
  const {options, verbosity} = line
  const debug = options.debug === true
  let timings: (() => readonly Timing[]) | undefined
  const seen = new Seen()
  const useCache = options.no_cache !== true && !io.env.OSC_NO_CACHE
  const trace = once(async () => {
    const {createTrace} = await import('#cloud/trace/trace')
    const logFile = typeof options.log_file === 'string' ? options.log_file : undefined
    const made = createTrace({debug, verbosity, timing: options.timing === true, logFile, stderr: io.stderr})
    timings = made.timings
    return made
  })
  const config = once(async (): Promise<CloudConfig> => {
    const {loadCloudConfig} = await import('#cloud/config/load')
    const loaded = await loadCloudConfig({options, env: io.env, cwd: io.cwd, home: homeOf(io.env)})
    // For people: a script that reads stderr gets what openstack would say.
    const tells = verbosity > 0 || (verbosity === 0 && io.stderr.isTTY)
    if (tells) for (const warning of loaded.warnings) await io.stderr.write(`${warning}\n`)
    return loaded
  })
  const session = once(async (): Promise<Session> => {
    const {openSession} = await import('#cloud/open')
    return await openSession(await config(), {
      env: io.env,
      userAgent: userAgent(io.version),
      signal: io.signal,
      trace: await trace(),
      cacheDir: io.cacheDir,
      useCache,
    })
  })
  const finish = async () => {
    if (useCache && !seen.isEmpty) {
      const {remember} = await import('#context/remember')
      await remember(seen, await config(), io.cacheDir)
    }
    if (options.timing !== true || !timings) return
    const {writeTimings} = await import('#line/timings')
    await writeTimings(timings(), io.stdout)
  }
  return {runtime: {...io, options, verbosity, debug, index, trace, config, seen, session}, finish}
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
