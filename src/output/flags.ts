import {boolean, integer, string} from '@oclif/core/flags'
import {LIST_FORMATS, OUTPUT_GROUP, SHOW_FORMATS} from '#output/format-names'

const helpGroup = OUTPUT_GROUP

/** Formats that a command has besides the usual ones, and the one it uses unless told. */
export interface FormatChoice {
  /** Beside the usual ones. */
  also?: readonly string[]
  /** Default `table`. */
  byDefault?: string
}

const format = (usual: readonly string[], {also = [], byDefault = 'table'}: FormatChoice) =>
  string({
    char: 'f',
    description: 'How it is printed.',
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
    description: 'Only this column.',
    helpValue: 'COLUMN',
    multiple: true,
    multipleNonGreedy: true,
    helpGroup,
  }),
  noindent: boolean({description: 'json: on one line.', helpGroup}),
  'max-width': integer({
    description: 'table: at most so wide; 0 is as wide as it gets.',
    helpValue: 'COLUMNS',
    env: 'CLIFF_MAX_TERM_WIDTH',
    helpGroup,
  }),
  'fit-width': boolean({
    description: 'table: as wide as the terminal at most.',
    env: 'CLIFF_FIT_WIDTH',
    helpGroup,
  }),
  'print-empty': boolean({description: 'table: print its frame even when nothing is in it.', helpGroup}),
}

/** What every list command takes, as cliff has it. */
export const listFlags = {
  format: listFormat({}),
  ...common,
  quote: string({
    description: 'csv: which values get quotes.',
    options: ['all', 'minimal', 'none', 'nonnumeric'],
    default: 'nonnumeric',
    helpGroup,
  }),
  'sort-column': string({
    description: 'Sort by this column, the first one given first.',
    helpValue: 'COLUMN',
    multiple: true,
    multipleNonGreedy: true,
    helpGroup,
  }),
  'sort-ascending': boolean({description: 'Sort upwards (the default).', exclusive: ['sort-descending'], helpGroup}),
  'sort-descending': boolean({description: 'Sort downwards.', exclusive: ['sort-ascending'], helpGroup}),
}

/** What every show command takes, as cliff has it. */
export const showFlags = {
  format: showFormat({}),
  ...common,
  prefix: string({description: 'shell: what variable names begin with.', helpValue: 'PREFIX', default: '', helpGroup}),
}

interface CommonFlags {
  format?: string
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
