import type {Sink} from '#output/types'

/** A stream of the process as a sink. A write waits while the reader is slow, and rejects when it has gone (EPIPE). */
export function createSink(stream: NodeJS.WriteStream): Sink {
  let failure: Error | undefined
  const wake = new Set<() => void>()
  const fail = (error: Error) => {
    failure = error
    for (const go of wake) go()
  }
  stream.on('error', fail)
  stream.on('drain', () => {
    for (const go of wake) go()
  })
  return {
    get isTTY() {
      return Boolean(stream.isTTY)
    },
    get width() {
      return stream.isTTY ? stream.columns : undefined
    },
    get height() {
      return stream.isTTY ? stream.rows : undefined
    },
    async write(chunk) {
      if (failure) throw failure
      const flows = stream.write(chunk)
      if (stream.errored) {
        // Who writes is told. oclif has a listener that would throw it once more, where nobody can catch it.
        stream.removeAllListeners('error').on('error', fail)
        throw stream.errored
      }
      if (flows) return
      await new Promise<void>((resolve) => {
        const go = () => {
          wake.delete(go)
          resolve()
        }
        wake.add(go)
      })
      if (failure) throw failure
    },
  }
}
