import {watch} from 'node:fs'

// An editor writes a file in several steps, and several files at once.
const QUIET = 100

/** Yields after each change below `folder`, when it has been quiet for a moment; ends when `signal` aborts. */
export async function* changesBelow(folder: string, signal: AbortSignal): AsyncGenerator<void> {
  let wake = () => {}
  let timer: NodeJS.Timeout | undefined
  let changed = false
  const watcher = watch(folder, {recursive: true}, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      changed = true
      wake()
    }, QUIET)
  })
  const stop = () => wake()
  signal.addEventListener('abort', stop)
  try {
    while (!signal.aborted) {
      if (!changed) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (signal.aborted) return
      changed = false
      yield
    }
  } finally {
    clearTimeout(timer)
    watcher.close()
    signal.removeEventListener('abort', stop)
  }
}
