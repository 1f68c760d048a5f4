import {setTimeout} from 'node:timers/promises'

/** Waits so many seconds; ends at once with the signal's reason when it is aborted. */
export async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  try {
    await setTimeout(seconds * 1000, undefined, {signal})
  } catch (error) {
    signal.throwIfAborted()
    throw error
  }
}
