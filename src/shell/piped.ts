import {createInterface} from 'node:readline'
import {Readable} from 'node:stream'
import {audienceOf} from '#advice/next-steps/audience'
import type {ProcessRuntime} from '#line/make-runtime'
import type {RunState} from '#line/run-state'
import {sanitize} from '#output/sanitize'
import type {Sink} from '#output/types'
import {lineRuntime} from '#shell/line-runtime'
import {maskedLine} from '#shell/masked-line'
import {type Input, readInput} from '#shell/read-line'
import {reportError, runWords} from '#shell/run-words'

type Command = Extract<Input, {words: string[]}>

export interface Piped {
  /** In front of each line. */
  globals: readonly string[]
  /** End at the first line that fails. */
  stops: boolean
  /** How many lines may run at once. */
  jobs: number
}

/** How the lines went. */
export interface PipedEnd {
  /** How many were read. */
  lines: number
  /** Of the first that failed. */
  status: number
  /** Lines may be left: one of them ended it. */
  left: boolean
}

/**
 * Runs the lines on stdin, up to `jobs` at once, each as soon as it is there. Output is in the order of the lines. A command
 * gets nothing on its own stdin: the lines are not its. Errors say which line they are about.
 */
export async function runPiped(runtime: ProcessRuntime, {globals, stops, jobs}: Piped): Promise<PipedEnd> {
  const io = lineRuntime(runtime, {stdin: () => Readable.from([]), reportedWarnings: new Set()})
  const lines = createInterface({input: runtime.stdin(), crlfDelay: Number.POSITIVE_INFINITY})
  const ends = () => lines.close()
  io.signal.addEventListener('abort', ends)
  const end: PipedEnd = {lines: 0, status: 0, left: false}
  const running = new Set<Promise<void>>()
  let latest: Promise<void> = Promise.resolve()
  // The first command runs alone: the others use the token and the versions that it leaves in the cache.
  let atOnce = 1

  const start = async (line: string, input: Command, earlier: Promise<void>) => {
    const {status, gone} = await runNumbered(line, end.lines, input, globals, {
      ...io,
      ...(jobs > 1 && inTurn(io, earlier)),
    })
    await earlier
    if (io.signal.aborted) end.status = status
    end.status ||= status
    if (!io.signal.aborted && !gone && (status === 0 || !stops)) return
    end.left = true
    ends()
  }

  try {
    for await (const line of lines) {
      if (end.left) break
      end.lines += 1
      const input = readInput(end.lines === 1 ? line.replace(/^\ufeff/, '') : line, io.program)
      if (input.kind === 'nothing') continue
      if (input.kind === 'leave') {
        end.left = true
        break
      }
      latest = start(line, input, latest)
      const job = latest.catch(ends).finally(() => running.delete(job))
      running.add(job)
      if (running.size >= atOnce) await Promise.race(running)
      atOnce = jobs
    }
    await latest
  } finally {
    io.signal.removeEventListener('abort', ends)
    lines.close()
  }
  if (!end.left) io.signal.throwIfAborted()
  return end
}

/** The outputs of a line that runs beside others: each write waits until the lines before it have ended. */
function inTurn({stdout, stderr}: ProcessRuntime, earlier: Promise<void>): {stdout: Sink; stderr: Sink} {
  const after = (sink: Sink, isTTY: boolean): Sink => ({
    isTTY,
    width: sink.width,
    height: sink.height,
    async write(chunk) {
      await earlier
      await sink.write(chunk)
    },
  })
  // Without status lines: those of several commands would overwrite each other.
  return {stdout: after(stdout, stdout.isTTY), stderr: after(stderr, false)}
}

async function runNumbered(
  line: string,
  number: number,
  input: Command,
  globals: readonly string[],
  io: ProcessRuntime,
) {
  const argv = [...globals, ...input.words]
  const state: RunState = {}
  const sayWhich = async () => {
    // An object a line is what programs read that asked for JSON.
    if (audienceOf(argv, io.stderr, io.env) === 'json') return
    const {config, masked, index} = state
    const shown = maskedLine(line, input.words, {globals, env: io.env, config: config?.(), masked, index})
    await io.stderr.write(`Line ${number}: ${sanitize(shown)}\n`)
  }
  if (input.kind === 'words') return await runWords(argv, io, state, sayWhich)
  return {status: await reportError(input.error, argv, io, state, sayWhich), gone: false}
}
