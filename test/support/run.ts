import {type ChildProcess, spawn} from 'node:child_process'
import {collect, type Ended} from './collect.ts'
import {cleanEnv, makePlace, type Place, removePlace} from './place.ts'
import {program} from './program.ts'
import {quote} from './quote.ts'
import {type RecordedRequest, startRecorder} from './recorder.ts'
import {offTerminal, onTerminal, type Terminal} from './terminal.ts'

export interface RunOptions {
  /** On top of a clean environment; undefined takes a variable away. */
  env?: Readonly<Record<string, string | undefined>> | undefined
  /** What is piped in, or typed when there is a terminal. Default: nothing, at once. */
  stdin?: string | Uint8Array | undefined
  /** Default: the place's work folder. */
  cwd?: string | undefined
  terminal?: Terminal | undefined
  /** On a terminal: each text is typed when what it answers is shown. */
  answers?: readonly (readonly [RegExp, string])[] | undefined
  /** Keeps caches and plugins between runs; default: a place of its own, removed at the end. */
  place?: Place | undefined
  /** Fill `requests`: http requests go through a proxy that writes them down. A function receives them as well. */
  record?: boolean | RequestObserver | undefined
  /** Milliseconds; default one minute. */
  timeout?: number | undefined
  /** Called with the running process: to send it signals or to type more. */
  started?: ((child: ChildProcess) => void) | undefined
}

/** What was started, and what it asked of the cloud. */
export type RequestObserver = (words: readonly string[], requests: readonly RecordedRequest[]) => void

export interface Result {
  /** null when a signal ended it. */
  status: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
  /** stdout as it was written. */
  bytes: Buffer
  /** Only with `record`. */
  requests?: readonly RecordedRequest[]
}

/** Runs the built osc. */
export function run(argv: readonly string[], options: RunOptions = {}): Promise<Result> {
  return runProgram([...(options.place?.program ?? program()), ...argv], options)
}

/** Runs a line of shell in which `osc` is the osc under test: `runShell('osc region list | head -1')`. */
export function runShell(line: string, options: RunOptions = {}): Promise<Result> {
  return runProgram(['bash', '-o', 'pipefail', '-c', line], options)
}

/** Runs any program under the same conditions. */
export async function runProgram(words: readonly string[], options: RunOptions = {}): Promise<Result> {
  const place = options.place ?? makePlace()
  const recorder = options.record ? await startRecorder() : undefined
  try {
    const proxy = recorder && {http_proxy: recorder.url}
    const {status, signal, stdout, stderr} = await start(words, {...options, env: {...proxy, ...options.env}}, place)
    const result = {status, signal, stdout: stdout.toString(), stderr: stderr.toString(), bytes: stdout}
    if (recorder && typeof options.record === 'function') options.record(words, recorder.requests)
    return recorder ? {...result, requests: recorder.requests} : result
  } finally {
    await recorder?.stop()
    if (!options.place) removePlace(place)
  }
}

async function start(words: readonly string[], options: RunOptions, place: Place): Promise<Ended> {
  const {terminal, timeout = 60_000} = options
  const [file = '', ...args] = terminal ? onTerminal(words, terminal, place.root) : words
  const env = cleanEnv(place, {...(terminal && {TERM: 'xterm', SHELL: '/bin/sh'}), ...options.env})
  const child = spawn(file, args, {cwd: options.cwd ?? place.work, env})
  const ended = collect(child, timeout, words.map(quote).join(' '))
  // The command may end without reading what it is given.
  child.stdin.on('error', () => {})
  if (options.answers) typeAnswers(child, options.answers)
  if (options.stdin !== undefined) child.stdin.write(options.stdin)
  // On a terminal nobody hangs up: an end of input would be typed as Ctrl-D.
  if (!terminal) child.stdin.end()
  options.started?.(child)
  const result = await ended
  return terminal ? {...result, ...offTerminal(result.stdout, terminal, place.root)} : result
}

function typeAnswers(child: ChildProcess, answers: readonly (readonly [RegExp, string])[]): void {
  const left = [...answers]
  let shown = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    shown += chunk
    const [question, text] = left[0] ?? []
    if (!question?.test(shown)) return
    left.shift()
    shown = ''
    child.stdin?.write(text)
  })
}
