import {setTimeout} from 'node:timers/promises'

/** The longest time that a timer of Node can wait; a longer one ends at once. */
export const LONGEST_TIMER = 2 ** 31 - 1

/** Waits for this many seconds; rejects at once with the signal's reason when it is aborted. */
export async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  try {
    for (let left = seconds * 1000; left > 0; left -= LONGEST_TIMER) {
      await setTimeout(Math.min(left, LONGEST_TIMER), undefined, {signal})
    }
  } catch (error) {
    signal.throwIfAborted()
    throw error
  }
}
