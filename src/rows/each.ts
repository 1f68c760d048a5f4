import {InterruptedError, isFailure, OscError} from '#errors'

const AT_ONCE = 8

/** Some of several things failed; each failure has been reported already. The status is the common one, or 1. */
export class PartialFailure extends OscError {
  override readonly exitCode: number = 1
}

/**
 * Runs `work` for each name, `atOnce` at a time, all of them whatever fails. One name fails as itself; of several each
 * failure is reported by `report` and at the end there is one error with the count. Results are in the order of the names.
 * An interruption reports what is complete.
 */
export async function each<T>(
  names: readonly string[],
  work: (name: string) => Promise<T>,
  report: (message: string) => Promise<void>,
  atOnce: number = AT_ONCE,
): Promise<T[]> {
  if (names.length === 1 && names[0] !== undefined) return [await work(names[0])]
  const outcomes = new Map<number, T>()
  let failed = 0
  let first: OscError | undefined
  const queue = [...names.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [place, name] = next
      try {
        outcomes.set(place, await work(name))
      } catch (error) {
        if (!isFailure(error)) throw error
        failed += 1
        first ??= error
        await report(`${name}: ${error.message}`)
      }
    }
  }
  try {
    await Promise.all(Array.from({length: Math.min(atOnce, names.length)}, worker))
  } catch (error) {
    if (error instanceof InterruptedError) await report(progressOf(names, outcomes))
    throw error
  }
  if (failed > 0) throw new PartialFailure(`${failed} of ${names.length} failed.`, {cause: first})
  return [...outcomes.entries()].sort(([a], [b]) => a - b).map(([, outcome]) => outcome)
}

/** Names that are listed one by one. */
const FEW = 20

function progressOf(names: readonly string[], outcomes: ReadonlyMap<number, unknown>): string {
  const rest = names.filter((_, place) => !outcomes.has(place))
  const which = rest.length > FEW ? '' : `; not complete: ${rest.join(', ')}`
  return `${outcomes.size} of ${names.length} are complete${which}.`
}
