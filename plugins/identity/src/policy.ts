import {type Columns, defineResource, fields, readText} from '@osc-cli/core'

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

export const policyFields: Columns = fields({id: 'id', rules: 'blob', type: 'type'})

/** The rules in a file; Keystone takes any text. */
export const readRulesText = async (file: string, cwd: string): Promise<string> => (await readText(file, {cwd})).trim()
