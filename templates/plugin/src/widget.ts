import {type Columns, defineResource} from '@osc-cli/core'

export const Widget = defineResource({
  noun: 'widget',
  service: 'example',
  path: '/widgets',
  member: 'widget',
  collection: 'widgets',
})

export const widgetColumns: Columns = {ID: 'id', Name: 'name', Size: 'size'}
