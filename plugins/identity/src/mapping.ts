import {Flags, type Json, UsageError} from '@osc-cli/core'
import {readJson} from '#json-file'

export const schemaVersionFlag = {
  'schema-version': Flags.string({
    description: 'Version of the attribute mapping schema: 1.0 or 2.0.',
    helpValue: 'VERSION',
  }),
}

/** The rules of a mapping out of a file. */
export async function readRules(file: string, cwd: string): Promise<Json[]> {
  const rules = await readJson(file, cwd)
  if (Array.isArray(rules)) return rules
  throw new UsageError(`File ${file} must hold a list of rules.`, {hint: 'Begin it with [ and end it with ].'})
}
