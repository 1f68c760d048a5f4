import {Cells, type Columns, fields, type Json, type JsonObject, pick} from '@osc-cli/core'
import {humanSize} from '#human-size'
import {propertiesOf} from '#image-properties'

/** Attributes that `show` prints under their own names. */
const SHOWN: readonly string[] = [
  'checksum',
  'container_format',
  'created_at',
  'disk_format',
  'file',
  'id',
  'min_disk',
  'min_ram',
  'name',
  'owner',
  'protected',
  'schema',
  'size',
  'status',
  'updated_at',
  'virtual_size',
  'visibility',
]

/** What `show` prints of an image at most, for completion. */
export const IMAGE_FIELDS = [...SHOWN, 'properties', 'tags'].sort()

/** What `show` prints of an image: the attributes that it has, its tags, and everything else as properties, sorted by name. */
export function imageFields(image: JsonObject, isHumanReadable = false): Columns {
  const attributes = SHOWN.filter((key) => image[key] !== undefined && image[key] !== null)
  const properties = propertiesOf(image, SHOWN)
  const columns: Record<string, Columns[string]> = {
    ...Object.fromEntries(attributes.map((key) => [key, key])),
    tags: ({tags}) => Cells.list(tags),
  }
  if (Object.keys(properties).length > 0) columns.properties = () => Cells.dict(properties)
  if (isHumanReadable) columns.size = ({size}) => humanSize(size)
  return Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const listed = fields({
  id: 'id',
  name: 'name',
  disk_format: 'disk_format',
  container_format: 'container_format',
  size: 'size',
  checksum: 'checksum',
  status: 'status',
  visibility: 'visibility',
  protected: 'protected',
  owner: 'owner',
  os_hash_algo: 'os_hash_algo',
  os_hash_value: 'os_hash_value',
  tags: ({tags}) => Cells.list(tags),
})

export const imageColumns = pick(listed, {ID: 'id', Name: 'name', Status: 'status'})

export const longImageColumns = pick(listed, {
  ID: 'id',
  Name: 'name',
  'Disk Format': 'disk_format',
  'Container Format': 'container_format',
  Size: 'size',
  Checksum: 'checksum',
  Status: 'status',
  Visibility: 'visibility',
  Protected: 'protected',
  Project: 'owner',
  'Hash Algorithm': 'os_hash_algo',
  'Hash Value': 'os_hash_value',
  Tags: 'tags',
})

/** Whether an image has these values, compared as text. */
export const hasProperties = (image: JsonObject, wanted: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted).every(([key, value]) => Object.hasOwn(image, key) && textOf(image[key]) === value)

const textOf = (value: Json | undefined): string | undefined =>
  value === undefined || value === null || typeof value === 'object' ? undefined : String(value)
