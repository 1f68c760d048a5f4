import {InterruptedError} from '#errors'

const FORCE_MS = 2500
/** npm forwards a Ctrl-C that the terminal has sent to everybody: the same one arrives twice. */
const SAME_MS = 200

const EXIT_CODES = {SIGINT: 130, SIGTERM: 143} as const

type StopSignal = keyof typeof EXIT_CODES

export interface StopSignals {
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly aborted: AbortSignal
  /** The exit code after a signal, as shells have it: 130 or 143; else undefined. */
  exitCode(): number | undefined
}

/**
 * Listens for Ctrl-C and SIGTERM for the rest of the process. The first signal lets the command end by itself; what hangs then,
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
    stop.abort(new InterruptedError(name === 'SIGTERM' ? 'Terminated.' : undefined))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  // Node would open its debugger on a port of this machine, which shows the token to other users.
  process.on('SIGUSR1', () => {})
  keepAfterLogout()
  return {aborted: stop.signal, exitCode: () => first && EXIT_CODES[first.name]}
}

/** Dies of the signal itself: `process.exit` would wait for a file or name server that does not answer. */
function die(name: StopSignal): void {
  process.removeAllListeners(name)
  process.kill(process.pid, name)
}

/** Node listens to SIGHUP although nohup asked it not to; nohup is known by the variable that shells set for a command. */
function keepAfterLogout(): void {
  if (/(?:^|\/)nohup$/.test(process.env._ ?? '')) process.on('SIGHUP', () => {})
}
