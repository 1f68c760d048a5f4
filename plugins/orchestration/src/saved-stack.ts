import {writeFile} from 'node:fs/promises'
import {asObject, Flags, type JsonObject, showFormat, UsageError} from '@osc-cli/core'
import {StackPartCommand} from '#stack-part'
import {wholeStackPath} from '#stack-path'

export const savedStackFlags = {
  format: showFormat({byDefault: 'json'}),
  'output-file': Flags.string({
    description: 'File to write instead of standard output, readable only by you',
    helpValue: 'FILE',
  }),
}

/** Base of `stack abandon` and `stack export`: the whole stack as data for `stack adopt`. */
export abstract class SavedStackCommand extends StackPartCommand {
  protected async save(stack: string, method: 'GET' | 'DELETE', part: string, file: string | undefined): Promise<void> {
    const session = await this.session()
    const path = `${await wholeStackPath(session, stack)}/${part}`
    // The file must be writable before the stack is abandoned: its data exists nowhere else afterwards.
    if (file !== undefined) await write(file, '')
    const answer = await session.request({service: 'orchestration', method, path})
    const data: JsonObject = asObject(await answer.json())
    if (file === undefined) await this.showAsIs(data)
    else await write(file, JSON.stringify(data, undefined, 2))
  }
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, {mode: 0o600})
  } catch (error) {
    throw new UsageError(`Option --output-file: ${error instanceof Error ? error.message : error}`, {cause: error})
  }
}
