import {asArray, asObject, asText, Cells, type Columns, defineResource, fields, type ResourceApi} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#quality-of-service-qos-specifications-qos-specs
export const VolumeQos = defineResource({
  noun: 'volume qos',
  service: 'block-storage',
  path: '/qos-specs',
  member: 'qos_specs',
  collection: 'qos_specs',
  updateMethod: 'PUT',
})

export const volumeQosFields = fields({
  consumer: 'consumer',
  id: 'id',
  name: 'name',
  properties: ({specs}) => Cells.dict(specs),
})

/** The names of the volume types that a QoS specification is associated with. */
export async function associationsOf(specs: ResourceApi, id: string): Promise<string[]> {
  const {qos_associations} = await specs.send(id, 'GET', '/associations')
  return asArray(qos_associations).map((one) => asText(asObject(one).name) ?? '')
}

/** The columns of a list whose rows have their associations. */
export const volumeQosColumns: Columns = {
  ID: volumeQosFields.id,
  Name: volumeQosFields.name,
  Consumer: volumeQosFields.consumer,
  Associations: ({associations}) => Cells.list(associations),
  Properties: volumeQosFields.properties,
}
