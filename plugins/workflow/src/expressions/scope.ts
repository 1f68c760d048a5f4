import type {Json, JsonObject} from '@osc-cli/core'

/** What expressions of a workflow can refer to. */
export interface Known {
  /** The variables of the workflow: `$` and `_`. */
  context: JsonObject
  env: JsonObject
  execution: JsonObject
  /** A task that has run, or the one that runs when no name is given; null where there is none. */
  task(name: string | undefined): Json
}

/** Why an expression has no value. */
export class ExpressionError extends Error {}

/** Steps that one expression may take, so that none can keep the sandbox busy. */
const STEPS = 1_000_000

/** Counts steps. ExpressionError when there are too many. */
export class Budget {
  #left = STEPS

  spend(steps = 1): void {
    this.#left -= steps
    if (this.#left < 0) throw new ExpressionError(`The sandbox stops expressions after ${STEPS} steps`)
  }

  /** A result, each part of which took a step: texts and lists cannot grow without a limit. */
  paid(result: Json): Json {
    if (typeof result === 'string' || Array.isArray(result)) this.spend(result.length)
    return result
  }
}
