import {hideSecrets} from '#advice/secrets/hide'
import {correctLine} from '#advice/suggest/correct'
import {linesWithIds} from '#advice/suggest/each-id'
import {example, possible, possibleLines} from '#advice/suggest/missing'
import {reorder} from '#advice/suggest/natural-order'
import type {OscError} from '#errors'
import {type CommandFacts, commandFacts} from '#help/facts'
import {LineFault} from '#line/fault'
import {OUTPUT_GROUP} from '#output/format-names'
import type {PluginIndex} from '#plugins/types'
import {AmbiguousNameError} from '#resource/ambiguous'

/** The line that a command refused. */
export interface RejectedLine {
  argv: readonly string[]
  /** Places in `argv` of the words that name the command. */
  used: readonly number[]
  id: string
  index: PluginIndex
  program: string
}

/** Names of a noun that the selected cloud was seen to have, and where they were seen. */
export type NamesOf = (noun: string) => {values: readonly string[]; source: string} | undefined

/** Whether `explain` can say more about an error than it says itself. */
export const canExplain = (error: unknown): error is LineFault | AmbiguousNameError =>
  error instanceof LineFault || error instanceof AmbiguousNameError

/** The same error with the next line to type. `wide`: several lines may be said, as on a terminal. */
export function explain(
  error: LineFault | AmbiguousNameError,
  line: RejectedLine,
  {namesOf, wide}: {namesOf: NamesOf; wide: boolean},
): OscError {
  const facts = commandFacts(line.id, line.index)?.command
  if (error instanceof AmbiguousNameError) {
    const lines = linesWithIds(error, line, facts)
    return lines.length === 0 ? error : error.withHint(`Use the ID:\n${lines.map((each) => `  ${each}`).join('\n')}`)
  }
  if (error.fault.kind === 'missing') return missing(error, error.fault.names, line, facts, namesOf, wide)
  // Without secrets from the start, so that what stays as it was is seen to be the same.
  const hidden = {...line, argv: hideSecrets(line.argv, {used: line.used, declared: facts}).words}
  const ordered = error.fault.kind === 'extra' && facts ? reorder(hidden, facts) : hidden
  const corrected = correctLine({...line, ...ordered, facts}, line.program)
  if (corrected === correctLine({...hidden, facts: undefined}, line.program))
    return error.fault.kind === 'extra' && facts ? withOptions(error, facts) : error
  const before = error.fault.kind !== 'option' && error.hint ? [error.hint] : []
  return error.withHint([...before, `Did you mean:\n  ${corrected}`].join('\n'))
}

const MOST_OPTIONS = 4

/** For a command without arguments: the options that may have been meant, where they are few. */
function withOptions(error: LineFault, {args, flags}: CommandFacts): LineFault {
  const names = Object.values(flags)
    .filter(({type, hidden, helpGroup}) => type === 'option' && !hidden && helpGroup !== OUTPUT_GROUP)
    .map(({name}) => `--${name}`)
  if (Object.keys(args).length > 0 || names.length === 0 || names.length > MOST_OPTIONS) return error
  return error.withHint(`${error.hint ?? ''} Options that take a value: ${names.join(', ')}.`.trim())
}

function missing(
  error: LineFault,
  names: readonly string[],
  line: RejectedLine,
  facts: CommandFacts | undefined,
  namesOf: NamesOf,
  wide: boolean,
): LineFault {
  const values = possible(names, facts, namesOf)
  const next = example(values, line, facts, namesOf)
  if (!wide) return next === undefined ? error : new LineFault(`${error.message} For example: ${next}`, error.fault)
  const lines = [...possibleLines(values), ...(next === undefined ? [] : [`For example: ${next}`])]
  return lines.length === 0 ? error : error.withHint(lines.join('\n'))
}
