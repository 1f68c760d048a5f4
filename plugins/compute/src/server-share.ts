import {type Columns, fields, type JsonObject} from '@osc-cli/core'

const all = fields({
  'Export Location': 'export_location',
  'Share ID': 'share_id',
  Status: 'status',
  Tag: 'tag',
  UUID: 'uuid',
})

/** An attached share; only administrators see its UUID and export location. */
export function shareColumns(share: JsonObject): Columns {
  const {'Export Location': location, UUID: uuid, ...rest} = all
  return share.uuid === undefined ? rest : {'Export Location': location, ...rest, UUID: uuid}
}
