import {clean, requestLine, responseLines, summaryLine} from '#cloud/trace/lines'
import {openLogFile} from '#cloud/trace/log-file'
import {makeMask} from '#cloud/trace/mask'
import type {Trace} from '#cloud/transport-types'

export interface TraceOptions {
  debug: boolean
  /** 1 with -v: a line a request. */
  verbosity: number
  /** Keep what `timings` gives. */
  timing: boolean
  logFile?: string | undefined
  /** Lines for people; a Sink will do. */
  stderr: {write(text: string): Promise<void>}
}

export interface Timing {
  method: string
  url: string
  /** From the request's start to the end of the answer's head. */
  seconds: number
  status: number
}

/**
 * Prints every exchange: whole with --debug and in the log file, a line each with -v, times with --timing. No secret is
 * shown. UsageError when the log file cannot be written.
 */
export function createTrace(options: TraceOptions): Trace & {timings(): Timing[]; masked(text: string): string} {
  const {debug, verbosity, timing, logFile, stderr} = options
  const mask = makeMask()
  const log = logFile === undefined ? undefined : openLogFile(logFile)
  const print = (text: string) => {
    // Nobody may read stderr any more; the command goes on.
    stderr.write(`${text}\n`).catch(() => {})
  }
  const timings: Timing[] = []
  const wantsBodies = debug || log !== undefined
  const whole = (text: string) => {
    log?.(text)
    if (debug) print(text)
  }
  return {
    wantsBodies,
    secret: (value) => mask.add(value),
    timings: () => [...timings],
    masked: mask.text,
    request(exchange) {
      learn(exchange.headers, mask.add)
      if (wantsBodies) whole(requestLine(exchange, mask))
    },
    response(exchange) {
      const {method, url, status, milliseconds, headers} = exchange
      learn(headers, mask.add)
      if (timing) timings.push({method, url: mask.text(url), seconds: milliseconds / 1000, status})
      if (wantsBodies) whole(responseLines(exchange, mask))
      if (verbosity > 0 && !debug) print(summaryLine(exchange, mask))
    },
    note(message) {
      const text = clean(mask.text(message))
      log?.(text)
      if (debug || verbosity > 0) print(text)
    },
  }
}

/** A token that a header carries is a secret in bodies and URLs too. */
function learn(headers: Readonly<Record<string, string>>, add: (value: string) => void): void {
  for (const [name, value] of Object.entries(headers)) {
    if (/^x-(?:auth|subject|service)-token$/i.test(name)) add(value)
  }
}
