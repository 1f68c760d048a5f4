import {InterruptedError} from '#errors'

const FORCE_MS = 2500
/** npm forwards a Ctrl-C that the terminal has sent to everybody: the same one arrives twice. */
const SAME_MS = 200

const EXIT_CODES = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143} as const
const MESSAGES = {SIGHUP: 'Hung up.', SIGINT: 'Interrupted.', SIGTERM: 'Terminated.'} as const

type StopSignal = keyof typeof EXIT_CODES

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
  process.on('SIGHUP', isKeptAfterLogout() ? () => {} : onSignal)
  // Node would open its debugger on a port of this machine, which shows the token to other users.
  process.on('SIGUSR1', () => {})
  return {aborted: stop.signal, exitCode: () => first && EXIT_CODES[first.name]}
}

/** Dies of the signal itself: `process.exit` would wait for a file or name server that does not answer. */
function die(name: StopSignal): void {
  process.removeAllListeners(name)
  process.kill(process.pid, name)
}

/** Node forgets that nohup ignores SIGHUP; nohup is known by the variable that shells set for a command. */
const isKeptAfterLogout = (): boolean => /(?:^|\/)nohup$/.test(process.env._ ?? '')
