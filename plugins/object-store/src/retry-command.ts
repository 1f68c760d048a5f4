import type {OscCommand} from '@osc-cli/core'

/** Failures that a command line names one by one. */
export const FEW = 20

/** A command line for a shell. */
export const commandLine = ({runtime}: Pick<OscCommand, 'runtime'>, words: readonly string[]): string =>
  [runtime.program, ...words].map(quoted).join(' ')

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
