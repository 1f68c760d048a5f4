import {type ErrorDetails, UsageError} from '#errors'

/** What is wrong with a command's own part of a line, for whoever can say more about it than the parser. */
export type Fault =
  | {kind: 'option'; option: string}
  | {kind: 'choice'; value: string}
  | {kind: 'missing'; arguments: readonly string[]}

/** A UsageError that names its place in the line. */
export class LineFault extends UsageError {
  readonly fault: Fault

  constructor(message: string, fault: Fault, details: ErrorDetails = {}) {
    super(message, {code: 'Usage', ...details})
    this.fault = fault
  }
}
