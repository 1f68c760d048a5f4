import {defineResource, fields} from '@osc-cli/core'
import {listColumns} from '#mistral-list'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#dynamic-actions
export const DynamicAction = defineResource({
  noun: 'dynamic action',
  service: 'workflow',
  path: '/dynamic_actions',
  collection: 'dynamic_actions',
  by: 'path',
})

export const dynamicActionFields = fields({
  ID: 'id',
  Name: 'name',
  Class: 'class_name',
  'Code source ID': 'code_source_id',
  'Code source name': 'code_source_name',
  'Project ID': 'project_id',
  Scope: 'scope',
  'Created at': 'created_at',
  'Updated at': 'updated_at',
})

export const dynamicActionColumns = listColumns(dynamicActionFields)

/** The keys that a list asks for. */
export const dynamicActionKeys = [
  'id',
  'name',
  'class_name',
  'code_source_id',
  'code_source_name',
  'project_id',
  'scope',
  'created_at',
  'updated_at',
]
