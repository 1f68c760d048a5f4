const PRELOAD = new URL('standing-clock.js', import.meta.url).href

/** Seconds between two lines of a session. */
const STEP = 20

/**
 * Starts the clock of a session of several lines. Each call returns the environment of the next line, which runs with a fixed
 * time: the session's start, then 20 seconds later for each line. The start is now because modification times of files are real.
 */
export function startClock(start = Date.now()): () => Record<string, string> {
  let line = 0
  return () => {
    const now = start + line * STEP * 1000
    line += 1
    return {NODE_OPTIONS: `--import ${PRELOAD}`, STANDING_CLOCK: String(now)}
  }
}
