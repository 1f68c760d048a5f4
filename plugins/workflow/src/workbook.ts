import {defineResource, fields} from '@osc-cli/core'
import {listColumns, tagText} from '#mistral-list'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#workbooks
export const Workbook = defineResource({
  noun: 'workbook',
  service: 'workflow',
  path: '/workbooks',
  collection: 'workbooks',
  by: 'path',
  idKey: 'name',
})

export const workbookFields = fields({
  Name: 'name',
  Namespace: 'namespace',
  Tags: tagText,
  Scope: 'scope',
  'Created at': 'created_at',
  'Updated at': 'updated_at',
})

export const workbookColumns = listColumns(workbookFields)
