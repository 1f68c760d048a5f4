import type {OscError} from '#errors'
import {commandFacts} from '#help/facts'
import {LineFault} from '#line/fault'
import type {PluginIndex} from '#plugins/types'
import {correctLine} from '#suggest/correct'

/** The line that a command's own parser refused. */
export interface RefusedLine {
  argv: readonly string[]
  /** Places in `argv` of the words that name the command. */
  used: readonly number[]
  id: string
  index: PluginIndex
  program: string
}

/** The same error with the line that was probably meant, when one differs from what was typed. */
export function explain(error: LineFault, line: RefusedLine): OscError {
  const {argv, used, id, index, program} = line
  const facts = commandFacts(id, index)?.command
  const corrected = correctLine({argv, used, id, facts}, program)
  const unchanged = correctLine({argv, used, id, facts: undefined}, program)
  if (corrected === unchanged) return error
  const hint = [...(error.fault.kind === 'choice' && error.hint ? [error.hint] : []), `Did you mean:\n  ${corrected}`]
  return new LineFault(error.message, error.fault, {hint: hint.join('\n'), cause: error})
}
