/** Time as commands see it; tests put a clock of their own in its place, so that a wait takes no time. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Resolves after so many seconds; rejects with the signal's reason when it is aborted. */
  pause(seconds: number, signal: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async pause(seconds, signal) {
    const {pause} = await import('#terminal/pause')
    await pause(seconds, signal)
  },
}
