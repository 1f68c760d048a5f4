import {type ErrorDetails, UsageError} from '#errors'

/** What is wrong with a command's own part of a line, for whoever can say more about it than the parser. */
export type Fault =
  | {kind: 'option'; option: string}
  | {kind: 'choice'; value: string}
  | {kind: 'extra'}
  /** Everything that the line lacks: required options with their dashes, then arguments, in their order. */
  | {kind: 'missing'; names: readonly string[]}

/** A UsageError that says what of the line it is about. */
export class LineFault extends UsageError {
  readonly fault: Fault

  constructor(message: string, fault: Fault, details: ErrorDetails = {}) {
    super(message, {code: 'Usage', ...details})
    this.fault = fault
  }

  withHint(hint: string): LineFault {
    return new LineFault(this.message, this.fault, {hint, cause: this})
  }
}
