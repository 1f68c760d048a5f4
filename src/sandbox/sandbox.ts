import type {SandboxCloud, SandboxService} from '#sandbox/service'

/** How a sandbox starts. */
export interface SandboxOptions {
  /** Must include identity: nobody can log in without it. */
  services: readonly SandboxService[]
  /** Default: the previous port of this state if it is free, else any free port. */
  port?: number | undefined
  /** State file; default: in memory. */
  state?: string | undefined
  /** Starts with an empty cloud. */
  fresh?: boolean | undefined
  /** Delay of every response in milliseconds. */
  latency?: number | undefined
  /** Faults to inject: see `Faults.add`. */
  fail?: readonly string[] | undefined
  /** Called with a line for each request and with messages of the services. */
  log?: ((line: string) => void) | undefined
}

/** A running sandbox; `startSandbox` of `@osc-cli/plugin-sandbox/server` starts one. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  readonly cloud: SandboxCloud
  readonly faults: Faults
  readonly clock: Clock
  /** Deletes everything in the cloud; passwords stay. */
  reset(): Promise<void>
  /** Writes a copy of the state to `file`, which must not exist. */
  save(file: string): void
  /** Replaces the state with such a copy. */
  restore(file: string): Promise<void>
  /** Stops the server and closes the state file. */
  close(): Promise<void>
}

/** The sandbox's own time, so that tests do not wait: for states that change, for tokens that expire. */
export interface Clock {
  /** The real time, plus what it was advanced by. */
  now(): Date
  /** Moves the clock forward; what was due in between happens before this returns, in order. */
  advance(seconds: number): void
}

/** Faults that are injected on purpose, to test how clients handle them. */
export interface Faults {
  /**
   * `FAULT[:COUNT][@[METHOD ]PATH]`: `503`, `reset:1@/identity/*`, `truncate@GET /orchestration/*`, `silence:2`. UsageError
   * when it is not a rule.
   */
  add(rule: string): void
  /** Removes all rules. */
  clear(): void
  /** The rules that are still active. */
  rules(): string[]
}
