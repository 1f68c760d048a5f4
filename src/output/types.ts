import type {Json} from '#json'
import type {Formatter} from '#output/formatter'

/**
 * One value of a table. A `Formatted` cell looks different to people and to programs, as cliff's FormattableColumn:
 * table (and whatever else cliff treats so) takes `human`, json and yaml take `machine`.
 */
export type Cell = Json | undefined | Formatted

/** A cell that people see otherwise than programs: `new Formatted(['a', 'b'], () => 'a, b')`. */
export class Formatted {
  readonly machine: Json
  readonly #human: () => string

  constructor(machine: Json, human: () => string) {
    this.machine = machine
    this.#human = human
  }

  /** Made when it is read: json and yaml never do. */
  get human(): string {
    return this.#human()
  }
}

/** Rows may arrive one by one. */
export type Rows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>

/** The output of a list command. csv, value, json and yaml write the rows as they come. */
export interface ListData {
  /** Headers, in their order; each row has as many cells. */
  columns: readonly string[]
  rows: Rows
}

/** The output of a show command: fields in their order, the value of each at the same place. */
export interface ShowData {
  names: readonly string[]
  values: readonly Cell[]
}

/** How output is made: with a plugin's formatter, or in colors. */
export interface Look {
  formatter?: Formatter | undefined
  /** States in color; only on terminals. */
  colour?: boolean
  /** Rows are written when they come, for a list that goes on for as long as somebody follows it. */
  live?: boolean
}

/** Where output goes: standard output or standard error, or what a test puts in their place. */
export interface Sink {
  /** Text, or the bytes of a file. Resolves when more may be written; rejects when the reader left. */
  write(chunk: string | Uint8Array): Promise<void>
  readonly isTTY: boolean
  /** Columns of the terminal; undefined when there is none. */
  readonly width: number | undefined
  /** Lines of the terminal; undefined when there is none or nobody knows. */
  readonly height?: number | undefined
}
