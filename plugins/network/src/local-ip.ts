import {type Api, type Columns, defineResource, Flags, fields, Known, pick, type Row} from '@osc-cli/core'
import {withOptional} from '#optional'

// https://docs.openstack.org/api-ref/network/v2/#local-ips-local-ips
export const LocalIp = defineResource({
  noun: 'local ip',
  service: 'network',
  path: '/local_ips',
  member: 'local_ip',
  collection: 'local_ips',
  updateMethod: 'PUT',
})

export const localIpFields = fields({
  created_at: 'created_at',
  description: 'description',
  id: 'id',
  ip_mode: 'ip_mode',
  local_ip_address: 'local_ip_address',
  local_port_id: 'local_port_id',
  name: 'name',
  network_id: 'network_id',
  project_id: 'project_id',
  revision_number: 'revision_number',
  updated_at: 'updated_at',
})

export const localIpColumns: Columns = pick(localIpFields, {
  ID: 'id',
  Name: 'name',
  Description: 'description',
  Project: 'project_id',
  'Local Port ID': 'local_port_id',
  Network: 'network_id',
  'Local IP address': 'local_ip_address',
  'IP mode': 'ip_mode',
})

interface LocalIpFlags {
  name?: string | undefined
  network?: string | undefined
  'local-port'?: string | undefined
  'local-ip-address'?: string | undefined
  'ip-mode'?: string | undefined
}

/** The attributes that `create` sends and `list` filters by. Empty values are ignored, as in `openstack`. */
export async function localIpValues(api: Api, flags: LocalIpFlags) {
  const {network, 'local-port': port} = flags
  const [networkId, portId] = await Promise.all([
    network ? api(Known.Network).id(network) : undefined,
    port ? api(Known.Port).id(port) : undefined,
  ])
  return {
    name: flags.name || undefined,
    network_id: networkId,
    local_port_id: portId,
    local_ip_address: flags['local-ip-address'] || undefined,
    ip_mode: flags['ip-mode'] || undefined,
  }
}

/** `openstack` takes this option in commands that do not take --project, and ignores it. */
export const ignoredDomain = {
  'project-domain': Flags.string({description: 'Ignored, as in `openstack`', helpValue: 'DOMAIN'}),
}

// https://docs.openstack.org/api-ref/network/v2/#local-ip-associations-port-associations; an association is addressed by the ID of its port.
export const LocalIpAssociation = defineResource({
  noun: 'local ip association',
  service: 'network',
  path: '/local_ips/{local ip}/port_associations',
  member: 'port_association',
  collection: 'port_associations',
  idKey: 'fixed_port_id',
  by: 'id',
})

const associationFields = fields({
  fixed_ip: 'fixed_ip',
  fixed_port_id: 'fixed_port_id',
  host: 'host',
  local_ip_address: 'local_ip_address',
})

export const shownAssociation = (row: Row): Columns => withOptional(associationFields, row, ['local_ip_id'])

/** The columns of the associations of one local IP. */
export const associationColumns = (localIp: string): Columns => ({
  'Local IP ID': () => localIp,
  ...pick(associationFields, {
    'Local IP Address': 'local_ip_address',
    'Fixed port ID': 'fixed_port_id',
    'Fixed IP': 'fixed_ip',
    Host: 'host',
  }),
})
