import {defineResource, fields} from '@osc-cli/core'
import {cut, listColumns, tagText} from '#mistral-list'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#workflows
export const Workflow = defineResource({
  noun: 'workflow',
  service: 'workflow',
  path: '/workflows',
  collection: 'workflows',
  by: 'path',
})

export const workflowFields = fields({
  ID: 'id',
  Name: 'name',
  Namespace: 'namespace',
  'Project ID': 'project_id',
  Tags: tagText,
  Input: 'input',
  Scope: 'scope',
  'Created at': 'created_at',
  'Updated at': 'updated_at',
})

export const workflowColumns = listColumns({...workflowFields, Input: ({input}) => cut(input)})

/** The keys that a list asks for. */
export const workflowKeys = [
  'id',
  'name',
  'namespace',
  'project_id',
  'tags',
  'input',
  'scope',
  'created_at',
  'updated_at',
]
