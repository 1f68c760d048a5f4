import {asObject, Cells, defineResource, fields, type JsonObject} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/#host-aggregates-os-aggregates
export const Aggregate = defineResource({
  noun: 'aggregate',
  service: 'compute',
  path: '/os-aggregates',
  member: 'aggregate',
  collection: 'aggregates',
  // Nova has no filters for aggregates.
  nameFilter: false,
  by: 'id-then-name',
  updateMethod: 'PUT',
  newest: '2.81',
})

export const aggregateFields = fields({
  availability_zone: 'availability_zone',
  created_at: 'created_at',
  deleted_at: 'deleted_at',
  hosts: ({hosts}) => Cells.list(hosts),
  id: 'id',
  is_deleted: 'deleted',
  name: 'name',
  properties: ({metadata}) => Cells.dict(metadata),
  updated_at: 'updated_at',
  uuid: 'uuid',
})

/** An aggregate whose metadata does not repeat the availability zone, which is a field of its own. */
export function withoutZone(aggregate: JsonObject): JsonObject {
  const {availability_zone: _, ...metadata} = asObject(aggregate.metadata)
  return {...aggregate, metadata}
}
