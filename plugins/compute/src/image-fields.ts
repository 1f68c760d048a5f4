import {Cells, type Columns, type JsonObject} from '@osc-cli/core'

const OWN = new Set([
  'status',
  'name',
  'container_format',
  'created_at',
  'size',
  'disk_format',
  'updated_at',
  'visibility',
  'min_disk',
  'protected',
  'id',
  'file',
  'checksum',
  'owner',
  'virtual_size',
  'min_ram',
  'schema',
])

/** An image as `image show` prints it: its own fields that have a value, and all others but its link as properties. */
export function imageColumns(image: JsonObject): Columns {
  const {tags, self, ...rest} = image
  const present = Object.entries(rest).filter(([, value]) => value !== null)
  const properties = Object.fromEntries(present.filter(([key]) => !OWN.has(key)))
  const names = present.map(([key]) => key).filter((key) => OWN.has(key))
  const columns: Columns = {
    ...Object.fromEntries(names.map((name) => [name, name])),
    tags: () => Cells.list(tags),
    ...(Object.keys(properties).length > 0 && {properties: () => Cells.dict(properties)}),
  }
  return Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)))
}
