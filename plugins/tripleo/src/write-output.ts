import {chmodSync, statSync, writeFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {type CommandContext, fileReason, UsageError} from '@osc-cli/core'

/** Writes to the file of an option, or to standard output without one. With secrets, only the user can read the file. */
export async function writeOutput(
  context: Pick<CommandContext, 'runtime' | 'printText'>,
  file: string | undefined,
  content: string | Uint8Array,
  {secret = false} = {},
): Promise<void> {
  if (file === undefined)
    return await (typeof content === 'string' ? context.printText(content) : context.runtime.stdout.write(content))
  try {
    const path = resolve(context.runtime.cwd, file)
    // The mode of a write is only that of new files.
    if (secret && statSync(path, {throwIfNoEntry: false})?.isFile()) chmodSync(path, 0o600)
    writeFileSync(path, content, secret ? {mode: 0o600} : {})
  } catch (cause) {
    throw new UsageError(`File ${file} cannot be written: ${fileReason(cause)}.`, {
      cause,
      hint: 'Choose another file.',
    })
  }
}
