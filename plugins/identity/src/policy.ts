import {readFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {type Columns, defineResource, type JsonObject, UsageError} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#policies
export const Policy = defineResource({
  noun: 'policy',
  service: 'identity',
  path: '/policies',
  member: 'policy',
  collection: 'policies',
  by: 'id',
})

export const policyColumns: Columns = {ID: 'id', Type: 'type'}
export const longPolicyColumns: Columns = {...policyColumns, Rules: 'blob'}

/** The blob under OSC's name for it. */
export const withRules = ({blob, ...rest}: JsonObject): JsonObject => ({...rest, rules: blob})

/** The rules as they stand in a file; Keystone takes any text. */
export async function readRulesText(file: string, cwd: string): Promise<string> {
  try {
    return (await readFile(resolve(cwd, file), 'utf8')).trim()
  } catch (error) {
    throw new UsageError(`Cannot read the rules: ${error instanceof Error ? error.message : error}`, {cause: error})
  }
}
