/**
 * What to do about a failure, as data: a plugin declares its own beside its commands. In `cause` and `next` stand
 * placeholders, filled with what is known of the failure: `{cloud}`, `{project}`, `{user}`, `{roles}`, `{region}`,
 * `{service}`, `{rule}`, `{role}` (that usually has it), `{state}`, `{regions}`, `{key}`, `{host}`, `{request_id}`,
 * `{noun}`, `{name}` (the first argument), `{list_line}`, `{show_line}` (the commands of the noun, where it has them),
 * `{program}` (osc, with --os-cloud where the line had it), `{osc}` (without),
 * `{line}` (the rest of the line).
 */
export interface Remedy {
  when: {
    /** Codes of `osc help exit-codes`, one of them. */
    code: string | readonly string[]
    /** Service type that answered. */
    service?: string
    /** Beginning of the command: `stack`, `stack create`. */
    command?: string
    /**
     * What the message must match, a regular expression regardless of case. Its named groups are placeholders:
     * `subnet (?<subnet>\S+)` is `{subnet}`.
     */
    message?: string
  }
  /** Why it happened, in one or two sentences. Left out when one of its placeholders is unknown. */
  cause?: string
  /** What to do, in one sentence, in place of what the error itself says. Left out as `cause` is. */
  fix?: string
  /** Command lines to go on with, the best first; one with an unknown placeholder is left out. At most three are shown. */
  next: readonly string[]
}

/** What is known of a failure: the values of the placeholders. */
export type Facts = Readonly<Record<string, string | undefined>>

/** A failure explained: what is shown, kept for `osc why`, and given to programs. */
export interface Failure {
  code: string
  exitStatus: number
  message: string
  /** Empty when nothing more is known than the message says. */
  cause: string
  /** What to do, where the remedy says it better than the error. */
  fix?: string | undefined
  /** At most three command lines. */
  next: readonly string[]
  evidence: Evidence
  /** One more sentence for people: which setting led there, which state it is in. */
  note?: string | undefined
  /** What earlier commands left in the cache about it, with source and age. */
  context?: string | undefined
}

export interface Evidence {
  status?: number
  method?: string
  url?: string
  requestId?: string
  service?: string
  rule?: string
  state?: string
}
