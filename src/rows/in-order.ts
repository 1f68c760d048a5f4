const AT_ONCE = 8

/** What `work` makes of each item, in the items' order, eight at a time; a slow consumer holds the work back. */
export async function* inOrder<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  for await (const item of items) {
    const result = work(item)
    // Its failure is reported when its turn comes; until then it must not count as unhandled.
    result.catch(() => {})
    running.push(result)
    if (running.length < AT_ONCE) continue
    const first = running.shift()
    if (first) yield await first
  }
  for (const result of running) yield await result
}
