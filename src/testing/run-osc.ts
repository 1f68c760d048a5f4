import {Readable} from 'node:stream'
import {report} from '#line/report'
import {runLine} from '#line/run'
import type {RunState} from '#line/run-state'
import {coreRoot, versionOf} from '#main'
import type {Sink} from '#output/types'
import {type Clock, systemClock} from '#terminal/clock'
import type {Folders} from '#testing/folders'

/** Output and exit code of a command. */
export interface Result {
  status: number
  stdout: string
  stderr: string
}

/** How a command is run. */
export interface RunOptions {
  /** Environment variables in addition to those for the cloud and the folders of the test; none are inherited. */
  env?: Readonly<Record<string, string>>
  /** Standard input; default: empty. */
  stdin?: string
  /** Default: the folder `work`. */
  cwd?: string
  /** Time for commands that wait; default: the system's. */
  clock?: Clock
  /** Aborts the command as Ctrl-C does. */
  signal?: AbortSignal
}

/** Runs a line of osc in this process. */
export async function runOsc(argv: readonly string[], folders: Folders, options: RunOptions = {}): Promise<Result> {
  const {env = {}, stdin = '', cwd = folders.work, signal = new AbortController().signal} = options
  const [stdout, stderr] = [capture(), capture()]
  const input = Readable.from([stdin])
  const root = coreRoot()
  const io = {
    root,
    coreRoot: root,
    stdin: () => input,
    stdout: stdout.sink,
    stderr: stderr.sink,
    env: {HOME: folders.home, OSC_CACHE_DIR: folders.cache, OSC_DATA_DIR: folders.data, ...env},
    cwd,
    program: 'osc',
    version: versionOf(root),
    cacheDir: folders.cache,
    dataDir: folders.data,
    clock: options.clock ?? systemClock,
    signal,
  }
  const state: RunState = {}
  const status = await runLine(argv, io, state).catch((error: unknown) =>
    report(signal.aborted ? signal.reason : error, argv, state, io),
  )
  return {status, stdout: stdout.text(), stderr: stderr.text()}
}

function capture(): {sink: Sink; text(): string} {
  const chunks: Buffer[] = []
  return {
    sink: {isTTY: false, width: undefined, write: async (chunk) => void chunks.push(Buffer.from(chunk))},
    text: () => Buffer.concat(chunks).toString(),
  }
}
