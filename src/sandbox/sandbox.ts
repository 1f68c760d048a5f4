import type {SandboxCloud, SandboxService} from '#sandbox/service'

/** How a sandbox starts. */
export interface SandboxOptions {
  /** Identity among them: nobody can log in without it. */
  services: readonly SandboxService[]
  /** Default: the port that this state had last, where it is free, else any. */
  port?: number | undefined
  /** The state file; default: in memory only. */
  state?: string | undefined
  /** Begin with an empty cloud. */
  fresh?: boolean | undefined
  /** Milliseconds that every answer takes longer. */
  latency?: number | undefined
  /** Faults to inject: see `Faults.add`. */
  fail?: readonly string[] | undefined
  /** Gets a line for each request and whatever the services tell. */
  log?: ((line: string) => void) | undefined
}

/** A running sandbox; `startSandbox` of `@osc-cli/plugin-sandbox/server` starts one. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  readonly cloud: SandboxCloud
  readonly faults: Faults
  readonly clock: Clock
  /** Empties the cloud; passwords stay. */
  reset(): Promise<void>
  /** Writes a copy of the state to `file`, which must not be there. */
  save(file: string): void
  /** Goes back to such a copy. */
  restore(file: string): Promise<void>
  /** Stops answering and lets go of the state file. */
  close(): Promise<void>
}

/** The sandbox's own time, so that tests do not wait: for states that change, for tokens that expire. */
export interface Clock {
  /** The real time, plus what it was advanced by. */
  now(): Date
  /** Moves the clock forward; what was due in between happens before this returns, in order. */
  advance(seconds: number): void
}

/** Faults that are injected on purpose, so that what happens then can be tried. */
export interface Faults {
  /** `FAULT[:COUNT][@[METHOD ]PATH]`: `503`, `reset:1@/identity/*`, `truncate@GET /orchestration/*`. UsageError when it is none. */
  add(rule: string): void
  /** Nothing fails any more. */
  clear(): void
  /** The rules that still happen. */
  rules(): string[]
}
