import type {OscConfig} from '#line/oclif-config'

/** The command that a hook is called for. */
interface HookedCommand {
  /** Its class; `id` with spaces: `stack list`. */
  readonly Command: {readonly id: string}
  /** The command's own part of the line, without its name and without global options. A copy. */
  readonly argv: readonly string[]
  /** `config.runtime` has the options, the environment, the cloud and the session of the command; its stdout is stderr. */
  readonly config: OscConfig
}

/** What oclif gives to a hook as `this`; all that is written goes to stderr. */
export interface HookContext {
  readonly config: OscConfig
  /** A line on stderr. */
  log(message?: string): void
  /** The same. */
  warn(message: string): void
  /** The same, with --debug alone. */
  debug(message: string): void
  /** Refuses the command, as `throw new RefusedError(message)`. */
  error(message: Error | string): never
  /** The same without a message. */
  exit(code?: number): never
}

type Hook<Options> = (this: HookContext, options: HookedCommand & Options) => void | Promise<void>

/** `oclif.hooks.prerun`: called before a command; a RefusedError that it throws is the command's end. */
export type PrerunHook = Hook<unknown>

/** `oclif.hooks.postrun`: called after a command that succeeded. */
export type PostrunHook = Hook<{readonly result?: unknown}>

/** `oclif.hooks.finally`: called at the end of a command; `error` is what it failed with, or was refused with. */
export type FinallyHook = Hook<{readonly id: string; readonly error: unknown}>
