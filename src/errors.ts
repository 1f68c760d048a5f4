import type {Caller} from '#cloud/http/failure-policy'
import type {QuotaShortage} from '#cloud/http/failure-quota'

/** What an error says besides its message. */
export interface ErrorDetails {
  /** The fix: one sentence, or a command line. */
  hint?: string | undefined
  /** Values for the placeholders of remedies, by their names: the state, the regions, the setting. */
  facts?: Readonly<Record<string, string | undefined>> | undefined
  /** The error behind this one; shown with --debug. */
  cause?: unknown
  /** The word for scripts; default: the name of the class without `Error`, `NotFound`. */
  code?: string | undefined
}

/**
 * Every failure that people see is an OscError: its message names the input and the place, its `hint` the fix. `exitCode`
 * is the status of the program, `code` the word for scripts, both of `osc help exit-codes`. Throw the kind that fits;
 * this one ends with status 1.
 */
export class OscError extends Error {
  readonly exitCode: number = 1
  readonly code: string
  readonly hint: string | undefined
  readonly facts: Readonly<Record<string, string | undefined>>

  constructor(message: string, {hint, cause, code, facts = {}}: ErrorDetails = {}) {
    super(message, {cause})
    this.name = new.target.name
    this.code = code ?? new.target.name.replace(/Error$/, '')
    this.hint = hint
    this.facts = facts
  }
}

/** An error and those behind it, each once: a plugin or a library may have made a circle of them. */
export function causes(error: unknown): Error[] {
  const found = new Set<Error>()
  for (let cause = error; cause instanceof Error && !found.has(cause); cause = cause.cause) found.add(cause)
  return [...found]
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

/** A file or folder with this name exists on this machine. */
export class FileExistsError extends ConflictError {}

/** One was meant and several fit; the message lists them. For the name of a record there is `AmbiguousNameError`. */
export class AmbiguousError extends OscError {
  override readonly exitCode = 5
}

/** Time ran out, or what was waited for ended in failure. */
export class WaitError extends OscError {
  override readonly exitCode = 6
}

/** A plugin's hook does not let a command run, on purpose: thrown by a hook `prerun`, and by nothing else. */
export class RefusedError extends OscError {}

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

/** Whether work failed in a way that can be reported or passed over: a fault and the user's interruption cannot. */
export const isFailure = (error: unknown): error is OscError =>
  error instanceof OscError && !(error instanceof InterruptedError)

/** What the service said of a failed request. */
export interface HttpFailure {
  status: number
  method: string
  url: string
  /** x-openstack-request-id or x-compute-request-id, where the service sent one. */
  requestId?: string | undefined
  /** Service type of the catalog, where the request went to one. */
  service?: string | undefined
  /** Who asked, where there was a log-in. */
  caller?: Caller | undefined
}

/**
 * The service answered with a status of 400 or more; the message has its words. Exit status: 3 for 401, 4 for 404, 5 for
 * 409, 6 for 408 and 504, else 1.
 */
export class HttpError extends OscError {
  readonly failure: HttpFailure
  override readonly exitCode: number

  constructor(message: string, failure: HttpFailure, details: ErrorDetails = {}) {
    super(message, {code: `Http${failure.status}`, ...details})
    this.failure = failure
    this.exitCode = EXIT_OF_STATUS[failure.status] ?? 1
  }

  /** Whether `error` is an answer of a service with this status: `HttpError.is(error, 404)`. */
  static is(error: unknown, status: number): error is HttpError {
    return error instanceof HttpError && error.failure.status === status
  }
}

/** A policy of the service does not let the caller do it. `rule` is its name where the service reports it. */
export class PolicyError extends HttpError {
  readonly rule: string | undefined

  constructor(message: string, failure: HttpFailure, details: ErrorDetails & {rule: string | undefined}) {
    super(message, failure, {code: 'PolicyRefused', ...details})
    this.rule = details.rule
  }
}

/** A quota has no room; `shortages` are the resources that the service names. */
export class QuotaError extends HttpError {
  readonly shortages: readonly QuotaShortage[]

  constructor(message: string, failure: HttpFailure, details: ErrorDetails & {shortages: readonly QuotaShortage[]}) {
    super(message, failure, {code: 'QuotaExceeded', ...details})
    this.shortages = details.shortages
  }
}

const EXIT_OF_STATUS: Record<number, number> = {401: 3, 404: 4, 409: 5, 408: 6, 504: 6}

/** No usable answer: no connection, TLS, a time-out (exit status 6), a body truncated or not what it claims to be. */
export class ConnectionError extends OscError {
  override readonly exitCode: number

  constructor(message: string, details: ErrorDetails & {timedOut?: boolean} = {}) {
    super(message, details)
    this.exitCode = details.timedOut ? 6 : 1
  }
}
