import {Cells, type Columns, defineResource, ExactNumber, fields, type JsonObject, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/#flavors
export const Flavor = defineResource({
  noun: 'flavor',
  service: 'compute',
  path: '/flavors',
  listPath: '/flavors/detail',
  listQuery: {is_public: 'None'},
  member: 'flavor',
  collection: 'flavors',
  // Since microversion 2.75 Nova refuses filters that it does not know.
  nameFilter: false,
  by: 'id-then-name',
  updateMethod: 'PUT',
  newest: '2.61',
})

const fraction = (value: number) => (Number.isInteger(value) ? new ExactNumber(`${value}.0`) : value)

/** Nova answers with an empty text where a flavor has no swap. */
const swap = ({swap}: JsonObject) => (swap === '' ? 0 : (swap ?? 0))

export const flavorFields = fields({
  'OS-FLV-DISABLED:disabled': 'OS-FLV-DISABLED:disabled',
  'OS-FLV-EXT-DATA:ephemeral': 'OS-FLV-EXT-DATA:ephemeral',
  description: 'description',
  disk: 'disk',
  id: 'id',
  name: 'name',
  'os-flavor-access:is_public': 'os-flavor-access:is_public',
  properties: ({extra_specs}) => Cells.dict(extra_specs),
  ram: 'ram',
  // A number with a fraction, as openstacksdk reads it.
  rxtx_factor: ({rxtx_factor}) => (typeof rxtx_factor === 'number' ? fraction(rxtx_factor) : (rxtx_factor ?? null)),
  swap,
  vcpus: 'vcpus',
})

export const flavorColumns: Columns = pick(flavorFields, {
  ID: 'id',
  Name: 'name',
  RAM: 'ram',
  Disk: 'disk',
  Ephemeral: 'OS-FLV-EXT-DATA:ephemeral',
  VCPUs: 'vcpus',
  'Is Public': 'os-flavor-access:is_public',
})

export const longFlavorColumns: Columns = {
  ...flavorColumns,
  ...pick(flavorFields, {Swap: 'swap', 'RXTX Factor': 'rxtx_factor', Properties: 'properties'}),
}
