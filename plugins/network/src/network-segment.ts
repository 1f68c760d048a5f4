import {type Columns, defineResource, Flags, fields, pick, type Row} from '@osc-cli/core'
import {extraPropertyFlags} from '#extra-property'
import {STANDARD_ATTRIBUTES, withOptional} from '#optional'

// https://docs.openstack.org/api-ref/network/v2/#segments
export const Segment = defineResource({
  noun: 'network segment',
  service: 'network',
  path: '/segments',
  member: 'segment',
  collection: 'segments',
  updateMethod: 'PUT',
})

const segmentFields = fields({
  description: 'description',
  id: 'id',
  name: 'name',
  network_id: 'network_id',
  network_type: 'network_type',
  physical_network: 'physical_network',
  segmentation_id: 'segmentation_id',
})

export const shownSegment = (row: Row): Columns => withOptional(segmentFields, row, STANDARD_ATTRIBUTES)

export const segmentColumns: Columns = pick(segmentFields, {
  ID: 'id',
  Name: 'name',
  Network: 'network_id',
  'Network Type': 'network_type',
  Segment: 'segmentation_id',
})

export const longSegmentColumns: Columns = {
  ...segmentColumns,
  ...pick(segmentFields, {'Physical Network': 'physical_network'}),
}

/** The options that `create` and `set` share. */
export const segmentFlags = {
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  ...extraPropertyFlags,
}
