import type {OscCommand, Runtime, Session} from '@osc-cli/core'
import {createProgressLine, type ProgressLine} from '#progress'

/**
 * What a wait needs of its command. Stacks do not use the kit's `waitUntil`, which follows one record: events are printed above
 * the progress of several stacks, and a rollback follows a failure.
 */
export interface Waiting {
  session(): Promise<Session>
  note(message: string): Promise<void>
  pause(seconds: number): Promise<void>
  readonly progress: ProgressLine
  /** What people call the program, for command lines to continue with. */
  readonly program: string
}

/** Waits of one command share the progress line, which notes are written above and pauses keep up to date. */
export function startWaiting(command: OscCommand, runtime: Runtime): Waiting {
  const {stderr, env, verbosity, program} = runtime
  const progress = createProgressLine(stderr, stderr.isTTY && verbosity >= 0 && env.TERM !== 'dumb')
  return {
    progress,
    program,
    session: () => command.session(),
    async note(message) {
      await progress.erase()
      await command.note(message)
    },
    async pause(seconds) {
      if (!progress.enabled) return await command.pause(seconds)
      for (let left = seconds; left > 0; left -= 1) {
        await progress.draw()
        await command.pause(Math.min(left, 1))
      }
    },
  }
}
