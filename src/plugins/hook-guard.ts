import {AsyncLocalStorage} from 'node:async_hooks'
import {inspect} from 'node:util'

type Complain = (trouble: string) => void

const running = new AsyncLocalStorage<Complain>()
let guarded = false

/**
 * Runs a hook, and whatever it leaves behind, so that it cannot write to stdout, end the process or bring it down with an
 * error that nobody awaits. `complain` is called for the latter two.
 */
export function guardedly<T>(work: () => Promise<T>, complain: Complain): Promise<T> {
  if (!guarded) guardProcess()
  guarded = true
  return running.run(complain, work)
}

function guardProcess(): void {
  const {stdout, stderr} = process
  const write = stdout.write.bind(stdout)
  const exit = process.exit.bind(process)
  stdout.write = ((...given: Parameters<typeof write>) =>
    running.getStore() ? stderr.write(...given) : write(...given)) as typeof write
  process.exit = (...given) => {
    // Without an argument it keeps the status; with `undefined` it would not.
    if (!running.getStore()) return exit(...given)
    throw new Error('the hook calls process.exit')
  }
  const fail = (error: unknown, event: 'uncaughtException' | 'unhandledRejection') => {
    const complain = running.getStore()
    if (complain) return complain(error instanceof Error ? error.message : String(error))
    // Nothing of a hook's: as if nobody had listened.
    if (process.listenerCount(event) > 1) return
    stderr.write(`${inspect(error)}\n`)
    exit(1)
  }
  process.on('uncaughtException', (error) => fail(error, 'uncaughtException'))
  process.on('unhandledRejection', (error) => fail(error, 'unhandledRejection'))
}
