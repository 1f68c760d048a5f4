import {defineResource, fields, isObject, type Json, type JsonObject, UsageError} from '@osc-cli/core'
import {fileObject} from '#json-input'
import {listColumns} from '#mistral-list'
import {indented, onOneLine, storedValue} from '#result'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#environments
export const Environment = defineResource({
  noun: 'workflow env',
  service: 'workflow',
  path: '/environments',
  collection: 'environments',
  by: 'path',
  idKey: 'name',
})

export const environmentFields = fields({
  Name: 'name',
  Description: ({description}) => orNone(description),
  Variables: ({variables}) => indented(storedValue(variables)),
  Scope: 'scope',
  'Created at': 'created_at',
  'Updated at': ({updated_at: updated}) => orNone(updated),
})

/** Empty values are `<none>`, missing ones None: Mistral leaves out when a new environment was changed. */
function orNone(value: Json | undefined): Json {
  return value === undefined ? null : value || '<none>'
}

const {Variables: _, ...listed} = environmentFields

export const environmentColumns = listColumns(listed)

/** The keys that a list asks for. */
export const environmentKeys = ['name', 'description', 'variables', 'scope', 'created_at', 'updated_at']

/** The body that a file describes; Mistral takes the variables as JSON text. UsageError when a key in `required` is missing. */
export async function environmentBody(file: string, cwd: string, required: readonly string[]): Promise<JsonObject> {
  const body = await fileObject(file, cwd)
  for (const key of required)
    if (body[key] === undefined || body[key] === null || body[key] === '')
      throw new UsageError(`${file} does not have the key '${key}'.`)
  const {variables} = body
  return isObject(variables) ? {...body, variables: JSON.stringify(variables)} : body
}

/** What `--export` shows, in the form that a file for `create` has. */
export const exportFields = fields({
  name: 'name',
  description: 'description',
  scope: 'scope',
  variables: ({variables}) => onOneLine(storedValue(variables)),
})
