import {InterruptedError} from '#errors'

const AGAIN_MS = 1000

export interface Signals {
  /** Aborted when the shell is to end: SIGTERM. */
  leaving: AbortSignal
  /** Of the line that begins; Ctrl-C aborts it. */
  begin(): AbortSignal
  end(): void
  /** Stops listening, and ends what is left. */
  release(): void
}

/**
 * Listens once for the whole shell. Ctrl-C ends the line that runs; once more, a second or more later, leaves a command
 * that does not heed it, and the shell. SIGTERM ends both.
 */
export function catchSignals(): Signals {
  const leaving = new AbortController()
  let line: {stop: AbortController; at?: number} | undefined
  const interrupt = () => {
    if (!line) return
    if (line.at !== undefined && Date.now() - line.at >= AGAIN_MS) process.exit(new InterruptedError().exitCode)
    line.at ??= Date.now()
    line.stop.abort(new InterruptedError())
  }
  const terminate = () => {
    leaving.abort(new InterruptedError())
    line?.stop.abort(leaving.signal.reason)
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', terminate)
  return {
    leaving: leaving.signal,
    begin() {
      line = {stop: new AbortController()}
      return line.stop.signal
    },
    end() {
      line = undefined
    },
    release() {
      leaving.abort(new InterruptedError())
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', terminate)
    },
  }
}
