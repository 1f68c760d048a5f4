import {setImmediate} from 'node:timers/promises'
import type {CommandContext} from '@osc-cli/core'

/** Ends the command if Ctrl-C was pressed during a long computation, which kept Node from noticing it. */
export async function checkStop({runtime}: Pick<CommandContext, 'runtime'>): Promise<void> {
  // Signals arrive between the first and the second one.
  await setImmediate()
  await setImmediate()
  runtime.signal.throwIfAborted()
}
