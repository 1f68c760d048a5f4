import type {Json} from '#json'

/**
 * One value of a table. A `Formatted` cell looks different to people and to programs, as cliff's FormattableColumn:
 * table (and whatever else cliff treats so) takes `human`, json and yaml take `machine`.
 */
export type Cell = Json | undefined | Formatted

export class Formatted {
  readonly machine: Json
  readonly #human: () => string

  constructor(machine: Json, human: () => string) {
    this.machine = machine
    this.#human = human
  }

  get human(): string {
    return this.#human()
  }
}

/** Rows may arrive one by one. */
export type Rows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>

/** csv, value and json write the rows as they come. */
export interface ListData {
  columns: readonly string[]
  rows: Rows
}

export interface ShowData {
  names: readonly string[]
  values: readonly Cell[]
}

/** Where output goes. `write` resolves when more may be written; it rejects with EPIPE's error when the reader left. */
export interface Sink {
  write(chunk: string): Promise<void>
  readonly isTTY: boolean
  /** Columns of the terminal; undefined when there is none. */
  readonly width: number | undefined
  /** Lines of the terminal; undefined when there is none or nobody knows. */
  readonly height?: number | undefined
}
