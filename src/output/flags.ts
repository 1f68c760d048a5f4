import {boolean, integer, string} from '@oclif/core/flags'
import {LIST_FORMATS, OUTPUT_GROUP, SHOW_FORMATS, WATCH} from '#output/format-names'

const helpGroup = OUTPUT_GROUP

/** Formats that a command has besides the usual ones, and its default. */
export interface FormatChoice {
  /** Formats besides the usual ones. */
  also?: readonly string[]
  /** Default `table`. */
  byDefault?: string
}

const format = (usual: readonly string[], {also = [], byDefault = 'table'}: FormatChoice) =>
  string({
    char: 'f',
    description: 'Output format',
    options: [...usual, ...also].sort(),
    default: byDefault,
    helpGroup,
  })

/** `-f` of a list command with formats of its own, in its `flags` as `format`; the command prints those itself. */
export const listFormat = (choice: FormatChoice) => format(LIST_FORMATS, choice)

/** `-f` of a show command with formats of its own or another default, in its `flags` as `format`. */
export const showFormat = (choice: FormatChoice) => format(SHOW_FORMATS, choice)

const common = {
  column: string({
    char: 'c',
    description: 'Column to include (repeatable)',
    helpValue: 'COLUMN',
    multiple: true,
    multipleNonGreedy: true,
    helpGroup,
  }),
  query: string({
    description: 'JMESPath expression on the json output; prints json, or with -f yaml or value',
    helpValue: 'EXPRESSION',
    helpGroup,
  }),
  noindent: boolean({description: 'json: print on one line', helpGroup}),
  'max-width': integer({
    description: 'table: maximum width in columns (0: unlimited)',
    helpValue: 'COLUMNS',
    env: 'CLIFF_MAX_TERM_WIDTH',
    helpGroup,
  }),
  'fit-width': boolean({
    description: 'table: fit the width of the terminal',
    env: 'CLIFF_FIT_WIDTH',
    helpGroup,
  }),
  'print-empty': boolean({description: 'table: print the table even if it is empty', helpGroup}),
}

/** `--watch`, which `withWatch` gives to commands that only look. */
export const watchFlag = integer({...WATCH, min: 1})

/** Output options of every list command, as in cliff. */
export const listFlags = {
  format: listFormat({}),
  ...common,
  quote: string({
    description: 'csv: values to quote',
    options: ['all', 'minimal', 'none', 'nonnumeric'],
    default: 'nonnumeric',
    helpGroup,
  }),
  'sort-column': string({
    description: 'Column to sort by (repeatable; the first takes precedence)',
    helpValue: 'COLUMN',
    multiple: true,
    multipleNonGreedy: true,
    helpGroup,
  }),
  'sort-ascending': boolean({
    description: 'Sort in ascending order (default)',
    exclusive: ['sort-descending'],
    helpGroup,
  }),
  'sort-descending': boolean({description: 'Sort in descending order', exclusive: ['sort-ascending'], helpGroup}),
}

/** Output options of every show command, as in cliff. */
export const showFlags = {
  format: showFormat({}),
  ...common,
  prefix: string({description: 'shell: prefix of variable names', helpValue: 'PREFIX', default: '', helpGroup}),
}

interface CommonFlags {
  format?: string
  query?: string | undefined
  column?: readonly string[]
  noindent?: boolean
  'max-width'?: number
  'fit-width'?: boolean
  'print-empty'?: boolean
}

export interface ListFlags extends CommonFlags {
  quote?: string
  'sort-column'?: readonly string[]
  'sort-ascending'?: boolean
  'sort-descending'?: boolean
}

export interface ShowFlags extends CommonFlags {
  prefix?: string
}
