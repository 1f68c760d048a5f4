import {OscError} from '#errors'
import type {Sink} from '#output/types'

/** Tells an error on stderr and gives the exit status. */
export async function report(error: unknown, {stderr, debug}: {stderr: Sink; debug: boolean}): Promise<number> {
  if (isEpipe(error)) return 0
  const lines = describe(error, debug)
  try {
    await stderr.write(`${lines.join('\n')}\n`)
  } catch {
    // Nobody reads stderr any more: the status is all that is left to say.
  }
  return error instanceof OscError ? error.exitCode : 1
}

const isEpipe = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE'

function describe(error: unknown, debug: boolean): string[] {
  const message = error instanceof Error ? error.message : String(error)
  const lines = [message]
  if (error instanceof OscError && error.hint) lines.push(error.hint)
  if (!(error instanceof OscError) && !debug)
    lines.push('This is a fault in osc. Run it again with --debug to see where.')
  if (debug && error instanceof Error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
      lines.push(cause.stack ?? cause.message)
  }
  return lines
}
