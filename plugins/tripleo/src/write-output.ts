import {writeFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {type CommandContext, UsageError} from '@osc-cli/core'

/** Writes to the file of an option, or to standard output without one. With secrets, only the user can read the file. */
export async function writeOutput(
  {runtime}: Pick<CommandContext, 'runtime'>,
  file: string | undefined,
  content: string | Uint8Array,
  {secret = false} = {},
): Promise<void> {
  if (file === undefined) return await runtime.stdout.write(content)
  try {
    writeFileSync(resolve(runtime.cwd, file), content, secret ? {mode: 0o600} : {})
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`File ${file} cannot be written: ${reason}.`, {cause, hint: 'Choose another file.'})
  }
}
