import type {ProcessRuntime} from '#line/make-runtime'
import {report} from '#line/report'
import {runLine} from '#line/run'
import type {RunState} from '#line/run-state'
import {ReaderGoneError} from '#output/sink'

/** How a line ended. */
export interface LineEnd {
  status: number
  /** Nobody reads stdout any more. */
  gone: boolean
}

/** Runs a line as the program does with its own; `before` is called when there is an error to report. */
export async function runWords(
  argv: readonly string[],
  io: ProcessRuntime,
  state: RunState,
  before?: () => Promise<void>,
): Promise<LineEnd> {
  try {
    return {status: await runLine(argv, io, state), gone: false}
  } catch (error) {
    if (error instanceof ReaderGoneError) return {status: 0, gone: true}
    return {status: await reportError(error, argv, io, state, before), gone: false}
  }
}

/** Reports an error as the program does; returns the exit status. */
export async function reportError(
  error: unknown,
  argv: readonly string[],
  io: ProcessRuntime,
  state: RunState,
  before?: () => Promise<void>,
): Promise<number> {
  await before?.()
  return await report(io.signal.aborted ? io.signal.reason : error, argv, state, io)
}
