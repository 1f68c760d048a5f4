import {createInterface} from 'node:readline'
import {Readable} from 'node:stream'
import {audienceOf} from '#advice/next-steps/audience'
import type {ProcessRuntime} from '#line/make-runtime'
import type {RunState} from '#line/run-state'
import {sanitize} from '#output/sanitize'
import {lineRuntime} from '#shell/line-runtime'
import {maskedLine} from '#shell/masked-line'
import {type Input, readInput} from '#shell/read-line'
import {reportError, runWords} from '#shell/run-words'

export interface Piped {
  /** In front of each line. */
  globals: readonly string[]
  /** End at the first line that fails. */
  stops: boolean
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
 * Runs the lines on stdin one after the other, each as soon as it is there. A command gets nothing on its own stdin: the
 * lines are not its. Errors say which line they are about.
 */
export async function runPiped(runtime: ProcessRuntime, {globals, stops}: Piped): Promise<PipedEnd> {
  const io = lineRuntime(runtime, {stdin: () => Readable.from([]), reportedWarnings: new Set()})
  const lines = createInterface({input: runtime.stdin(), crlfDelay: Number.POSITIVE_INFINITY})
  const ends = () => lines.close()
  io.signal.addEventListener('abort', ends)
  const end: PipedEnd = {lines: 0, status: 0, left: false}
  try {
    for await (const line of lines) {
      end.lines += 1
      const input = readInput(end.lines === 1 ? line.replace(/^\ufeff/, '') : line, io.program)
      if (input.kind === 'leave') return {...end, left: true}
      if (input.kind === 'nothing') continue
      const {status, gone} = await runNumbered(line, end.lines, input, globals, io)
      if (io.signal.aborted) return {...end, status, left: true}
      end.status ||= status
      if (gone || (status !== 0 && stops)) return {...end, left: true}
    }
  } finally {
    io.signal.removeEventListener('abort', ends)
    lines.close()
  }
  io.signal.throwIfAborted()
  return end
}

async function runNumbered(
  line: string,
  number: number,
  input: Extract<Input, {words: string[]}>,
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
