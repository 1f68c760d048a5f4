/** Runs work, at most `atOnce` pieces at a time: `limited(() => work(item))` waits for its turn. */
export function limiter(atOnce: number): <R>(work: () => Promise<R>) => Promise<R> {
  let free = atOnce
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => void waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
