import {defineResource, fields} from '@osc-cli/core'
import {cut, listColumns, tagText} from '#mistral-list'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#actions
export const Action = defineResource({
  noun: 'action definition',
  service: 'workflow',
  path: '/actions',
  collection: 'actions',
  by: 'path',
})

export const actionFields = fields({
  ID: 'id',
  Name: 'name',
  'Is system': 'is_system',
  Input: 'input',
  Description: 'description',
  Tags: tagText,
  'Created at': 'created_at',
  'Updated at': 'updated_at',
})

export const actionColumns = listColumns({
  ...actionFields,
  Input: ({input}) => cut(input),
  Description: ({description}) => cut(description),
})

/** The keys that a list asks for. */
export const actionKeys = ['id', 'name', 'is_system', 'input', 'description', 'tags', 'created_at', 'updated_at']

/** The path of an action: its namespace follows its name. */
export const actionPath = (name: string, namespace: string | undefined): string =>
  namespace ? `${name}/${namespace}` : name
