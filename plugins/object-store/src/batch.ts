import {AuthError, type CommandContext, InterruptedError, isFailure, limiter, OscError} from '@osc-cli/core'
import {NoContainerError} from '#swift'

/** How many results may wait for an earlier one, per job, so that one large object does not hold up small ones. */
const AHEAD = 16

/** Work on many objects, several at a time. A failure does not stop the others. */
export class Batch {
  /** Names of what failed, in the order of the items. */
  readonly failed: string[] = []
  #total = 0
  #done = 0
  #succeeded = 0
  #first: OscError | undefined
  /** The failure of the first item until there is a second one: if it is the only item, its failure is thrown. */
  #unreported: string | undefined
  #isStopped = false
  /** Whether the disk is full, so that nothing else was tried. */
  #isFull = false

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
   * The results of `work` for the items that do not fail, in their order. Failures are reported as they occur; if there is
   * only one item, its failure is thrown. An interruption reports how much is complete.
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
        if (this.#isFull) break
        this.#total += 1
        await this.#report()
        const running = limited(() => this.#attempt(nameOf(item), () => work(item)))
        // A rejection is handled when its turn comes; until then it must not count as unhandled.
        running.catch(() => {})
        queue.push(running)
        if (queue.length >= this.#jobs * AHEAD) yield* given(await queue.shift())
      }
      while (queue.length > 0) yield* given(await queue.shift())
      if (this.#total === 1 && this.#first) throw this.#first
    } catch (error) {
      if (error instanceof InterruptedError)
        await this.#command.note(`${this.#label} was interrupted: ${this.#succeeded} objects are complete.`)
      throw error
    } finally {
      this.#isStopped = true
      await Promise.allSettled(queue)
      await this.#command.progress('')
    }
  }

  /** OscError if anything failed, with the number of failures and the command that `retry` returns. */
  finish(retry: () => string): void {
    if (!this.#first) return
    const complete = this.#succeeded === 1 ? '1 object is' : `${this.#succeeded} objects are`
    const message = this.#isFull
      ? `${this.#label} stopped: ${complete} complete.`
      : `${this.failed.length} of ${this.#total} objects failed.`
    throw new OscError(message, {
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
      const result = await work()
      this.#succeeded += 1
      return result
    } catch (error) {
      if (!isFailure(error) || isFatal(error)) {
        this.#isStopped = true
        throw error
      }
      this.failed.push(name)
      this.#first ??= error
      // Works that run at the same time fail for the same reason.
      if (this.#isFull) return undefined
      this.#isFull = isFull(error)
      this.#isStopped ||= this.#isFull
      this.#unreported = `${name}: ${error.message}`
      await this.#report()
      return undefined
    } finally {
      this.#done += 1
      await this.#command.progress(`${this.#label}: ${this.#done} ${this.#done === 1 ? 'object' : 'objects'}`)
    }
  }
}

function* given<R>(result: R | undefined): Generator<R> {
  if (result !== undefined) yield result
}

/** Whether every other item would fail in the same way. */
const isFatal = (error: OscError): boolean => error instanceof AuthError || error instanceof NoContainerError

/** The same because of the disk: what is complete remains, and the command can continue once there is space. */
const isFull = (error: OscError): boolean =>
  ['ENOSPC', 'EDQUOT', 'EROFS'].includes(String((error.cause as NodeJS.ErrnoException | undefined)?.code))
