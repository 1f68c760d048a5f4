import {type Columns, defineResource, Flags, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#bgp-speakers
export const BgpSpeaker = defineResource({
  noun: 'bgp speaker',
  service: 'network',
  path: '/bgp-speakers',
  member: 'bgp_speaker',
  collection: 'bgp_speakers',
  updateMethod: 'PUT',
})

export const bgpSpeakerFields = fields({
  advertise_floating_ip_host_routes: 'advertise_floating_ip_host_routes',
  advertise_tenant_networks: 'advertise_tenant_networks',
  id: 'id',
  ip_version: 'ip_version',
  local_as: 'local_as',
  name: 'name',
  networks: 'networks',
  peers: 'peers',
  project_id: 'project_id',
})

export const bgpSpeakerColumns: Columns = pick(bgpSpeakerFields, {
  ID: 'id',
  Name: 'name',
  'Local AS': 'local_as',
  'IP Version': 'ip_version',
})

/** The options of `create` and `set` that say what a speaker advertises. As in `openstack`, the `--no-` form takes precedence. */
export const advertiseFlags = {
  'advertise-floating-ip-host-routes': Flags.boolean({description: 'Advertise host routes of floating IPs (default)'}),
  'no-advertise-floating-ip-host-routes': Flags.boolean({description: 'Do not advertise host routes of floating IPs'}),
  'advertise-tenant-networks': Flags.boolean({description: 'Advertise routes to project networks (default)'}),
  'no-advertise-tenant-networks': Flags.boolean({description: 'Do not advertise routes to project networks'}),
}

/** What `advertiseFlags` change. */
export const advertised = (flags: Record<keyof typeof advertiseFlags, boolean>) => ({
  advertise_floating_ip_host_routes: enabled(
    flags['advertise-floating-ip-host-routes'],
    flags['no-advertise-floating-ip-host-routes'],
  ),
  advertise_tenant_networks: enabled(flags['advertise-tenant-networks'], flags['no-advertise-tenant-networks']),
})

function enabled(on: boolean, off: boolean): boolean | undefined {
  if (off) return false
  return on || undefined
}
