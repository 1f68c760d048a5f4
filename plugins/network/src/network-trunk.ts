import {
  type Api,
  asArray,
  asObject,
  Cells,
  type Columns,
  defineResource,
  Flags,
  fields,
  type JsonObject,
  Known,
  pick,
  type Row,
  UsageError,
} from '@osc-cli/core'
import {STANDARD_ATTRIBUTES, withOptional} from '#optional'

// https://docs.openstack.org/api-ref/network/v2/#trunk-networking
export const Trunk = defineResource({
  noun: 'network trunk',
  service: 'network',
  path: '/trunks',
  member: 'trunk',
  collection: 'trunks',
  updateMethod: 'PUT',
})

const trunkFields = fields({
  description: 'description',
  id: 'id',
  is_admin_state_up: 'admin_state_up',
  name: 'name',
  port_id: 'port_id',
  project_id: 'project_id',
  status: 'status',
  sub_ports: ({sub_ports: value}) => Cells.dicts(value),
  tags: 'tags',
})

export const shownTrunk = (row: Row): Columns => withOptional(trunkFields, row, STANDARD_ATTRIBUTES)

export const trunkColumns: Columns = pick(trunkFields, {
  ID: 'id',
  Name: 'name',
  'Parent Port': 'port_id',
  Description: 'description',
})

export const longTrunkColumns: Columns = {
  ...trunkColumns,
  Status: 'status',
  State: ({admin_state_up: up}) => Cells.upDown(up),
  'Created At': 'created_at',
  'Updated At': 'updated_at',
}

export const subportColumns: Columns = {
  Port: 'port_id',
  'Segmentation Type': 'segmentation_type',
  'Segmentation ID': 'segmentation_id',
}

/** `--subport port=PORT,segmentation-type=TYPE,segmentation-id=ID`. Read with `subportsOf`. */
const subportFlag = Flags.pairs({
  description: 'Subport to add (port: name or ID; repeatable)',
  helpValue: 'port=PORT,segmentation-type=SEGMENTATION-TYPE,segmentation-id=SEGMENTATION-ID',
  keys: {required: ['port'], optional: ['segmentation-id', 'segmentation-type']},
})

/** The options that `create` and `set` share. */
export const trunkFlags = {
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  subport: subportFlag,
  ...Flags.choices({enable: 'Enable the trunk', disable: 'Disable the trunk'}),
}

/** The subports as the API expects them. */
export const subportsOf = (api: Api, given: readonly Record<string, string>[]): Promise<JsonObject[]> =>
  Promise.all(
    given.map(async ({port = '', 'segmentation-id': id, 'segmentation-type': type}) => {
      if (id && !/^\d+$/.test(id)) throw new UsageError(`Option --subport: segmentation-id '${id}' is not an integer.`)
      return {
        port_id: await api(Known.Port).id(port),
        ...(id && {segmentation_id: Number(id)}),
        ...(type && {segmentation_type: type}),
      }
    }),
  )

/** The subports of a trunk. */
export async function listSubports(api: Api, trunk: string): Promise<JsonObject[]> {
  const trunks = api(Trunk)
  const {sub_ports: subports} = await trunks.send(await trunks.id(trunk), 'GET', '/get_subports')
  return asArray(subports).map(asObject)
}

/** Removes the subports on these ports (names or IDs) from a trunk. */
export async function removeSubports(api: Api, trunk: string, ports: readonly string[]): Promise<void> {
  const trunks = api(Trunk)
  const [id, portIds] = await Promise.all([trunks.id(trunk), api(Known.Port).ids(ports)])
  await trunks.send(id, 'PUT', '/remove_subports', {sub_ports: portIds.map((port) => ({port_id: port}))})
}
