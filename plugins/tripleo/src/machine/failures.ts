import {AuthError, ConnectionError, HttpError, isFailure, NotFoundError, OscError, shellWord} from '@osc-cli/core'
import {explain} from '#state/explain'

interface Fault {
  machine: string
  reason: string
  next?: string | undefined
}

/** Collects what failed, so that one machine does not stop the others. */
export class MachineFailures {
  readonly #faults: Fault[] = []
  #missing = 0

  /** Runs `work` on machines, one after the other. The results, without those of machines that fail. */
  async each<Item, Result>(
    machines: Iterable<Item>,
    nameOf: (machine: Item) => string,
    work: (machine: Item) => Promise<Result>,
  ): Promise<Result[]> {
    const results: Result[] = []
    for (const machine of machines) {
      try {
        results.push(await work(machine))
      } catch (error) {
        this.catch(nameOf(machine), error)
      }
    }
    return results
  }

  /** Records an error about a machine. Errors that are not about one machine are thrown: no access, no connection. */
  catch(machine: string, error: unknown): void {
    if (!isFailure(error) || isAboutAll(error)) throw error
    if (error instanceof NotFoundError) this.#missing += 1
    this.add(machine, error.message.replace(/ \(HTTP \d+\).*$/s, ''))
  }

  /** Records why a machine failed. */
  add(machine: string, reason: string): void {
    const {text, next} = explain(reason)
    this.#faults.push({machine, reason: text, next: next?.replace('MACHINE', () => shellWord(machine))})
  }

  /** OscError with the reason for each machine, if any failed. */
  refuse(all: number): void {
    if (this.#faults.length === 0) return
    const hint = this.#faults.find(({next}) => next !== undefined)?.next
    const next = hint === undefined ? 'List machines with: osc overcloud profiles list --all' : `Next: ${hint}`
    // A reason that names the machine needs no name before it.
    const lines = this.#faults.map(({machine, reason}) =>
      reason.includes(`'${machine}'`) ? reason : `${machine}: ${reason}`,
    )
    const text = all === 1 ? lines.join('\n') : [`${lines.length} of ${all} machines failed.`, ...lines].join('\n  ')
    if (this.#missing === this.#faults.length) throw new NotFoundError(text, {hint: next})
    throw new OscError(text, {code: 'MachinesFailed', hint: next})
  }
}

const isAboutAll = (error: OscError): boolean =>
  error instanceof AuthError ||
  error instanceof ConnectionError ||
  (error instanceof HttpError && [401, 403].includes(error.failure.status))
