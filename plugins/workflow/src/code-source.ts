import {defineResource, fields} from '@osc-cli/core'
import {listColumns} from '#mistral-list'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#code-sources
export const CodeSource = defineResource({
  noun: 'code source',
  service: 'workflow',
  path: '/code_sources',
  collection: 'code_sources',
  by: 'path',
})

export const codeSourceFields = fields({
  ID: 'id',
  Name: 'name',
  Namespace: 'namespace',
  'Project ID': 'project_id',
  Scope: 'scope',
  'Created at': 'created_at',
  'Updated at': 'updated_at',
})

export const codeSourceColumns = listColumns(codeSourceFields)

/** The keys that a list asks for. */
export const codeSourceKeys = ['id', 'name', 'namespace', 'project_id', 'scope', 'created_at', 'updated_at']
