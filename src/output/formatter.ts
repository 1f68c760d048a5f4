import type {ListData, ShowData} from '#output/types'

/** What a formatter is given besides the data. */
export interface FormatOptions {
  /** `--noindent`: as compact as the format allows. */
  noindent: boolean
  /** Columns of the terminal; undefined when there is none. */
  width: number | undefined
}

/**
 * An output format that a plugin adds: `osc.formatters` of its package.json names it with the module that exports it as
 * default. Columns are selected and rows sorted before; control characters are replaced after it on a terminal.
 */
export interface Formatter {
  /**
   * The text of a list, piece by piece. `rows` arrive as the cloud sends them: a formatter that yields for each row keeps
   * memory flat however many there are. All rows have to be taken.
   */
  list(data: ListData, options: FormatOptions): AsyncIterable<string> | Iterable<string>
  /** The text of one thing, with its last newline. */
  show(data: ShowData, options: FormatOptions): string | Promise<string>
}

/** Declares a formatter; the identity function, so that mistakes are found where they are made. */
export const defineFormatter = (formatter: Formatter): Formatter => formatter
