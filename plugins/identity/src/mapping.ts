import {type Columns, Flags, fields, type Json, UsageError} from '@osc-cli/core'
import {readJson} from '#json-file'

export const schemaVersionFlag = {
  'schema-version': Flags.string({
    description: 'Version of the mapping schema: 1.0 or 2.0',
    helpValue: 'VERSION',
  }),
}

export const mappingColumns: Columns = fields({ID: 'id', schema_version: 'schema_version'})

export const mappingFields: Columns = fields({id: 'id', rules: 'rules', schema_version: 'schema_version'})

/** The rules of a mapping from a file or the argument itself. */
export async function readRules(file: string, cwd: string): Promise<Json[]> {
  const rules = await readJson(file, cwd)
  if (Array.isArray(rules)) return rules
  throw new UsageError(`File ${file} must contain a list of rules.`, {hint: 'Enclose the rules in [ and ].'})
}
