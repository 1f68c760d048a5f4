import type {Clock} from '@osc-cli/core/sandbox'

/** A clock with work that is due at some time. */
export interface WorkClock extends Clock {
  /** Runs `work` after so many milliseconds; returns what cancels it. */
  after(milliseconds: number, work: () => void): () => void
  /** Cancels all work. */
  clear(): void
}

interface Timer {
  due: number
  work: () => void
  timeout?: NodeJS.Timeout | undefined
}

/** Node fires longer timers at once. */
const LONGEST = 2 ** 31 - 1

export function createClock(): WorkClock {
  const timers = new Set<Timer>()
  let ahead = 0
  const now = () => Date.now() + ahead

  const cancel = (timer: Timer) => {
    clearTimeout(timer.timeout)
    timers.delete(timer)
  }
  const run = (timer: Timer) => {
    cancel(timer)
    timer.work()
  }
  const wait = (timer: Timer) => {
    clearTimeout(timer.timeout)
    const left = Math.max(0, timer.due - now())
    timer.timeout = setTimeout(() => (left > LONGEST ? wait(timer) : run(timer)), Math.min(left, LONGEST))
  }
  return {
    now: () => new Date(now()),
    after(milliseconds, work) {
      const timer: Timer = {due: now() + milliseconds, work}
      timers.add(timer)
      wait(timer)
      return () => cancel(timer)
    },
    advance(seconds) {
      const end = now() + seconds * 1000
      // Work may add work that is due in the same span, so the next one is looked up each time.
      for (let next = earliest(timers); next && next.due <= end; next = earliest(timers)) {
        ahead += Math.max(0, next.due - now())
        run(next)
      }
      ahead += Math.max(0, end - now())
      for (const timer of timers) wait(timer)
    },
    clear() {
      for (const timer of [...timers]) cancel(timer)
    },
  }
}

const earliest = (timers: ReadonlySet<Timer>): Timer | undefined =>
  [...timers].reduce<Timer | undefined>((first, timer) => (first && first.due <= timer.due ? first : timer), undefined)
