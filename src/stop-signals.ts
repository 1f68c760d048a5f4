import {readFileSync} from 'node:fs'
import {InterruptedError} from '#errors'

const FORCE_MS = 2500
/** npm forwards a Ctrl-C that the terminal has sent to everybody: the same one arrives twice. */
const SAME_MS = 200

const EXIT_CODES = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143} as const
const MESSAGES = {SIGHUP: 'Hung up.', SIGINT: 'Interrupted.', SIGTERM: 'Terminated.'} as const

type StopSignal = keyof typeof EXIT_CODES

const SIGHUP = 1
/** Of the flags of an open file. */
const [ACCESS_MODES, WRITE_ONLY] = [3, 1]

export interface StopSignals {
  /** Aborted by the first signal. */
  readonly aborted: AbortSignal
  /** The exit code after a signal, as shells have it: 129, 130 or 143; else undefined. */
  exitCode(): number | undefined
}

/**
 * Listens for Ctrl-C, SIGTERM and the end of the terminal for the rest of the process. The first signal lets the command end by itself; what hangs then,
 * such as output that nobody reads, is ended after some seconds, and at once by a second signal.
 */
export function listenForStop(): StopSignals {
  const stop = new AbortController()
  let first: {name: StopSignal; at: number} | undefined
  const onSignal = (name: StopSignal) => {
    // The interactive shell has a listener of its own: Ctrl-C ends a line there, not the process.
    if (name === 'SIGINT' && process.listenerCount(name) > 1) return
    if (first && Date.now() - first.at < SAME_MS) return
    if (first) die(name)
    first = {name, at: Date.now()}
    setTimeout(() => die(name), FORCE_MS).unref()
    stop.abort(new InterruptedError(MESSAGES[name]))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  process.on('SIGHUP', () => isHangUpIgnored() || onSignal('SIGHUP'))
  // Node would open its debugger on a port of this machine, which shows the token to other users.
  process.on('SIGUSR1', () => {})
  return {aborted: stop.signal, exitCode: () => first && EXIT_CODES[first.name]}
}

/** Dies of the signal itself: `process.exit` would wait for a file or name server that does not answer. */
function die(name: StopSignal): void {
  process.removeAllListeners(name)
  process.kill(process.pid, name)
}

/**
 * Whether osc was started with SIGHUP ignored, by nohup or `trap '' HUP`. Node.js resets ignored signals before any code of osc
 * runs, so this looks at what remains: the variable that most shells set for a command, the standard input that nohup makes
 * unreadable where it was a terminal, and the signals that the parent process ignores and thus passes on. Only asked when the
 * signal arrives: a start does not pay for it.
 */
const isHangUpIgnored = (): boolean =>
  /(?:^|\/)nohup$/.test(process.env._ ?? '') || isUnreadable(0) || parentIgnores(SIGHUP)

/** False where there is no /proc, as for the parent. */
const isUnreadable = (descriptor: number): boolean => {
  const flags = Number.parseInt(fieldOf(`/proc/self/fdinfo/${descriptor}`, 'flags'), 8)
  return (flags & ACCESS_MODES) === WRITE_ONLY
}

const parentIgnores = (signal: number): boolean => {
  const ignored = BigInt(`0x${fieldOf(`/proc/${process.ppid}/status`, 'SigIgn') || 0}`)
  return (ignored & (1n << BigInt(signal - 1))) !== 0n
}

/** A line `name: value` of a file in /proc; empty where there is none. */
function fieldOf(file: string, name: string): string {
  try {
    return new RegExp(`^${name}:\\s*(\\S+)$`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  } catch {
    return ''
  }
}
