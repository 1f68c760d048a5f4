import type {Topic} from '#help/topics/topic'

export const output = (): Topic => ({
  about: 'Output formats and columns.',
  sections: [
    {
      title: 'FORMATS',
      entries: [
        ['-f table', 'A table for people (default).'],
        ['-f json, -f yaml', 'For programs; values keep their types.'],
        ['-f csv', 'Lists only; --quote selects which values are quoted.'],
        ['-f value', 'Values only, one row per line.'],
        ['-f shell', 'Single records only: shell variables for eval.'],
      ],
    },
    {
      title: 'COLUMNS AND ROWS',
      entries: [
        ['-c COLUMN', 'Column to include (repeatable).'],
        ['--sort-column COLUMN', 'Column to sort a list by.'],
        ['--query EXPRESSION', "Select from the json output with JMESPath: --query '[].Name' -f value"],
        ['--watch SECONDS', 'Repeat a list or show command on a terminal until Ctrl-C.'],
        [
          '--max-width, --fit-width',
          'Width of tables (0: no limit). By default, a table is fitted to the terminal: text wraps first, then IDs wrap after a hyphen. If the table still does not fit, IDs are not wrapped. Also CLIFF_MAX_TERM_WIDTH and CLIFF_FIT_WIDTH in the environment.',
        ],
      ],
    },
  ],
})
