import {isTransient} from '#cloud/transient'
import {type OscError, WaitError} from '#errors'

/** Seconds of pauses without an answer until a wait is given up: a restart of the API or of its load balancer is shorter. */
const LONGEST_OUTAGE = 90
const LONGEST_PAUSE = 5

/** What polling needs of a command. */
export interface Polling {
  pause(seconds: number): Promise<void>
  note(message: string): Promise<void>
}

/** The service did not answer for too long; `cause` is the last failure. */
export class OutageError extends WaitError {}

/**
 * Polls until `poll` returns a value, with `every(round)` seconds between polls. If the service does not answer, is overloaded
 * or fails, polling continues for about a minute and a half; then OutageError. Other errors end it at once.
 */
export async function pollThroughOutages<T>(
  polling: Polling,
  poll: () => Promise<T | undefined>,
  every: (round: number) => number,
): Promise<T> {
  let outage = 0
  for (let round = 1; ; round += 1) {
    let failure: OscError | undefined
    try {
      const result = await poll()
      if (result !== undefined) return result
    } catch (error) {
      if (!isTransient(error)) throw error
      failure = error
    }
    if (failure && outage >= LONGEST_OUTAGE)
      throw new OutageError(`No response from the service for ${outage} seconds: ${failure.message}`, {cause: failure})
    const seconds = failure ? Math.min(every(round), LONGEST_PAUSE) : every(round)
    // First the pause, which an interrupt ends: a request that it cut off is not an outage.
    await polling.pause(seconds)
    if (failure && outage === 0) await polling.note(`No response from the service; still waiting: ${failure.message}`)
    outage = failure ? outage + seconds : 0
  }
}
