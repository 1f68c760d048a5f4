import {readWhole} from '#completion/shell-line'
import {UsageError} from '#errors'
import {maskedLine} from '#shell/masked-line'

/** A line of the shell: nothing to do, words to run, the wish to leave, or something that is not run. */
export type Input =
  | {kind: 'nothing'}
  | {kind: 'leave'}
  | {kind: 'words'; words: string[]}
  /** `words`: as far as the line can be read, so that its secrets are found. */
  | {kind: 'refused'; words: string[]; error: UsageError}

const LEAVE = ['exit', 'quit']
const PROGRAMS = ['osc', 'openstack']

/** What a line of the shell asks for. `program`: how osc is called in the line for another shell. */
export function readInput(line: string, program: string): Input {
  const {words, open, operator} = readWhole(line)
  if (operator !== undefined)
    return {kind: 'refused', words: roughly(line), error: isForAnother(line, operator, program)}
  if (open !== '') return {kind: 'refused', words, error: hasNoEnd(open)}
  if (PROGRAMS.includes(words[0] ?? '')) words.shift()
  const [first, ...more] = words
  if (first === undefined) return {kind: 'nothing'}
  if (more.length === 0 && LEAVE.includes(first)) return {kind: 'leave'}
  return {kind: 'words', words}
}

function isForAnother(line: string, operator: string, program: string): UsageError {
  const typed = line.trim()
  const whole = PROGRAMS.some((name) => typed.startsWith(`${name} `)) ? typed : `${program} ${typed}`
  const shown = maskedLine(whole, roughly(whole), {
    globals: [],
    env: {},
    config: undefined,
    masked: undefined,
    index: undefined,
  })
  // Quoted again, it would be another line.
  const instead =
    shown === whole
      ? `Use your system shell: ${whole}`
      : `Use your system shell, with ${program} in front of the command.`
  return new UsageError(
    `'${operator}' is not supported in osc's shell, which runs one command per line. Nothing was run.`,
    {hint: `${instead}\nTo use it in a word, quote it: '${operator}'`},
  )
}

/** The words of all commands of a line for another shell. */
const roughly = (line: string): string[] => line.trim().split(/\s+/)

const hasNoEnd = (open: string): UsageError =>
  open === '\\'
    ? new UsageError('The line ends in a backslash, and a line cannot continue on the next one. Nothing was run.', {
        hint: 'Write the command on one line. To use a backslash in a word, write \\\\.',
      })
    : new UsageError(`The quote ${open} is not closed. Nothing was run.`, {
        hint: `Close the quote, or write \\${open} to use it in a word.`,
      })
