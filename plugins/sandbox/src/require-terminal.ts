import {type Runtime, UsageError} from '@osc-cli/core'

/** Before a question about losing data: UsageError where nobody can answer. `line` is the command to confirm with --yes. */
export function requireTerminal({stdin, program}: Runtime, line: string): void {
  if (stdin().isTTY) return
  throw new UsageError('Not a terminal: nothing was changed.', {hint: `Confirm with --yes: ${program} ${line} --yes`})
}
