import {AuthError, type CommandContext, InterruptedError, OscError} from '@osc-cli/core'
import {NoContainerError} from '#swift'

/** Results that wait for an earlier one, for each transfer at a time: one large object does not hold up small ones. */
const AHEAD = 16

/** Work on many objects, several at a time, all of them whatever fails. */
export class Batch {
  /** Names of what failed, in the order of the items. */
  readonly failed: string[] = []
  #total = 0
  #done = 0
  #first: OscError | undefined
  /** The failure of the first item, as long as there is no second one: alone it fails as itself. */
  #unreported: string | undefined
  #isStopped = false

  readonly #command: CommandContext
  readonly #label: string
  readonly #jobs: number

  /** `label` is for progress: `Uploading`. */
  constructor(command: CommandContext, label: string, jobs: number) {
    this.#command = command
    this.#label = label
    this.#jobs = jobs
  }

  /**
   * What `work` makes of the items that do not fail, in their order. Failures are reported as they come; if there is one
   * item only, its failure is thrown.
   */
  async *run<T, R>(
    items: AsyncIterable<T> | Iterable<T>,
    nameOf: (item: T) => string,
    work: (item: T) => Promise<R | undefined>,
  ): AsyncGenerator<R> {
    this.#isStopped = false
    const limited = limiter(this.#jobs)
    const queue: Promise<R | undefined>[] = []
    try {
      for await (const item of items) {
        this.#total += 1
        await this.#report()
        const running = limited(() => this.#attempt(nameOf(item), () => work(item)))
        // It is reported when its turn comes; until then it must not count as unhandled.
        running.catch(() => {})
        queue.push(running)
        if (queue.length >= this.#jobs * AHEAD) yield* given(await queue.shift())
      }
      while (queue.length > 0) yield* given(await queue.shift())
      if (this.#total === 1 && this.#first) throw this.#first
    } finally {
      this.#isStopped = true
      await Promise.allSettled(queue)
      await this.#command.progress('')
    }
  }

  /** OscError when something failed, with the number and the command that `retry` gives. */
  finish(retry: () => string): void {
    if (!this.#first) return
    throw new OscError(`${this.failed.length} of ${this.#total} objects failed.`, {
      hint: `Retry: ${retry()}`,
      cause: this.#first,
    })
  }

  async #report(): Promise<void> {
    if (this.#unreported === undefined || this.#total === 1) return
    const message = this.#unreported
    this.#unreported = undefined
    await this.#command.note(message)
  }

  async #attempt<R>(name: string, work: () => Promise<R | undefined>): Promise<R | undefined> {
    if (this.#isStopped) return undefined
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof OscError) || isFatal(error)) throw error
      this.failed.push(name)
      this.#first ??= error
      this.#unreported = `${name}: ${error.message}`
      await this.#report()
      return undefined
    } finally {
      this.#done += 1
      await this.#command.progress(`${this.#label}: ${this.#done} objects`)
    }
  }
}

function* given<R>(result: R | undefined): Generator<R> {
  if (result !== undefined) yield result
}

/** What would fail for every other item as well. */
const isFatal = (error: OscError): boolean =>
  error instanceof InterruptedError ||
  error instanceof AuthError ||
  error instanceof NoContainerError ||
  ['ENOSPC', 'EDQUOT', 'EROFS'].includes(String((error.cause as NodeJS.ErrnoException | undefined)?.code))

/** Runs work, at most `jobs` pieces at a time. */
export function limiter(jobs: number): <R>(work: () => Promise<R>) => Promise<R> {
  let free = jobs
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
