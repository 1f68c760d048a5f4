import {OscError} from '#errors'
import type {Formatter} from '#output/formatter'
import type {Cell, Rows} from '#output/types'
import {oneLine} from '#plugins/reading'

/**
 * A formatter of a plugin whose faults become errors that name it (`title`): one that throws, swallows what went wrong with
 * the rows, leaves rows out, or gives something else than text. What it throws as an OscError is meant so and stays.
 */
export function guardFormatter(formatter: Formatter, title: string, hint: string): Formatter {
  const fault = (what: string, cause?: unknown) =>
    new OscError(`${title} failed: ${what}.`, {code: 'PluginBroken', cause, hint})
  const text = (piece: unknown): string => {
    if (typeof piece === 'string') return piece
    throw fault(`the formatter returned ${piece === null ? 'null' : typeof piece} instead of text`)
  }
  const faultOf = (error: unknown) =>
    error instanceof OscError ? error : fault(oneLine(error).replace(/\.$/, ''), error)
  return {
    async *list({columns, rows}, options) {
      const watched = new WatchedRows(rows)
      try {
        for await (const piece of formatter.list({columns, rows: watched}, options)) yield text(piece)
      } catch (error) {
        watched.check()
        throw faultOf(error)
      }
      watched.check()
      if (!watched.ended) throw fault('the formatter did not read all rows')
    },
    async show(data, options) {
      try {
        return text(await formatter.show(data, options))
      } catch (error) {
        throw faultOf(error)
      }
    },
  }
}

/** Rows that remember how they ended. */
class WatchedRows {
  readonly #rows: Rows
  #failure: {error: unknown} | undefined
  ended = false

  constructor(rows: Rows) {
    this.#rows = rows
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly Cell[]> {
    try {
      yield* this.#rows
      this.ended = true
    } catch (error) {
      this.#failure = {error}
      throw error
    }
  }

  /** Throws what the rows themselves failed with. */
  check(): void {
    if (this.#failure) throw this.#failure.error
  }
}
