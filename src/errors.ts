/**
 * Every failure that people see is an OscError: it names the input, the place and the fix. `exitCode` is the status
 * of `osc help exit-codes`; `code` is stable for scripts; `hint` is the next step, one sentence or a command line.
 */
export interface ErrorDetails {
  hint?: string | undefined
  cause?: unknown
  code?: string | undefined
}

export class OscError extends Error {
  readonly exitCode: number = 1
  readonly code: string
  readonly hint: string | undefined

  constructor(message: string, {hint, cause, code}: ErrorDetails = {}) {
    super(message, {cause})
    this.name = new.target.name
    this.code = code ?? new.target.name.replace(/Error$/, '')
    this.hint = hint
  }
}

/** The command line is wrong: unknown option, missing argument, value of the wrong type. */
export class UsageError extends OscError {
  override readonly exitCode = 2
}

/** The configuration is missing, unreadable or wrong. */
export class ConfigError extends OscError {
  override readonly exitCode = 3
}

/** The cloud does not accept who we say we are. */
export class AuthError extends OscError {
  override readonly exitCode = 3
}

/** What was named is not there. */
export class NotFoundError extends OscError {
  override readonly exitCode = 4
}

/** The cloud refuses because of the state that the thing is in, or because it is there already. */
export class ConflictError extends OscError {
  override readonly exitCode = 5
}

/** A name that several things have; `candidates` lists them for the message. */
export class AmbiguousError extends OscError {
  override readonly exitCode = 5
}

/** Time ran out, or what was waited for ended in failure. */
export class WaitError extends OscError {
  override readonly exitCode = 6
}

/** No such command, or none that is installed. */
export class UnknownCommandError extends OscError {
  override readonly exitCode = 127
}

/** The user interrupted (Ctrl-C). */
export class InterruptedError extends OscError {
  override readonly exitCode = 130

  constructor(message = 'Interrupted.') {
    super(message)
  }
}

/** What the service said of a failed request. */
export interface HttpFailure {
  status: number
  method: string
  url: string
  requestId?: string | undefined
}

/** The service answered with a status of 400 or more. */
export class HttpError extends OscError {
  readonly failure: HttpFailure
  override readonly exitCode: number

  constructor(message: string, failure: HttpFailure, details: ErrorDetails = {}) {
    super(message, {code: `Http${failure.status}`, ...details})
    this.failure = failure
    this.exitCode = EXIT_OF_STATUS[failure.status] ?? 1
  }
}

const EXIT_OF_STATUS: Record<number, number> = {401: 3, 404: 4, 409: 5, 408: 6, 504: 6}

/** No usable answer: no connection, TLS, a time-out, a body cut short or not what it claims to be. */
export class ConnectionError extends OscError {
  override readonly exitCode: number

  constructor(message: string, details: ErrorDetails & {timedOut?: boolean} = {}) {
    super(message, details)
    this.exitCode = details.timedOut ? 6 : 1
  }
}
