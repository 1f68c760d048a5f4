import {pathSegment} from '#cloud/path'
import type {Session} from '#cloud/types'
import {isOwned} from '#common/cleanup/owned'
import type {CleanupItem, Filter, Removal} from '#common/cleanup/types'
import {HttpError} from '#errors'
import {asText, type JsonObject} from '#json'

/** In the order in which they can go: kind, type, and key of the list. */
const KINDS = [
  ['network.vpn_ipsec_site_connection', 'VpnIPSecSiteConnection', 'ipsec_site_connections'],
  ['network.vpn_service', 'VpnService', 'vpnservices'],
  ['network.vpn_endpoint_group', 'VpnEndpointGroup', 'endpoint_groups'],
  ['network.vpn_ike_policy', 'VpnIkePolicy', 'ikepolicies'],
  ['network.vpn_ipsec_policy', 'VpnIpsecPolicy', 'ipsecpolicies'],
] as const

export const VPN_KINDS: readonly string[] = KINDS.map(([kind]) => kind)

interface Wanted {
  session: Session
  projectId: string
  filter: Filter
  skipped: ReadonlySet<string>
}

/** The VPNs of a project, where the cloud has them. They have no times. They go before networks: they use subnets and routers. */
export async function findVpns({session, projectId, filter, skipped}: Wanted): Promise<CleanupItem[]> {
  const kinds = KINDS.filter(([kind]) => !skipped.has(kind))
  if (kinds.length === 0 || !filter(undefined, undefined) || !(await hasVpns(session))) return []
  const found = kinds.map(async ([kind, type, key]) => {
    const path = `/vpn/${key.replaceAll('_', '-')}`
    const records = await Array.fromAsync(session.list('network', path, key, {query: {project_id: projectId}}))
    return records
      .filter((record) => isOwned(record, projectId))
      .map((record: JsonObject): CleanupItem => {
        const id = asText(record.id) ?? ''
        const removal = (): Removal => ({method: 'DELETE', path: `${path}/${pathSegment(id, type)}`})
        return {kind, type, id, name: asText(record.name) ?? '', service: 'network', removal}
      })
  })
  return (await Promise.all(found)).flat()
}

/** Whether the cloud has a driver for VPNs. A Neutron without service providers does not. */
async function hasVpns(session: Session): Promise<boolean> {
  const query = {service_type: 'VPN'}
  try {
    const providers = await Array.fromAsync(session.list('network', '/service-providers', 'service_providers', {query}))
    return providers.some(({service_type: type}) => type === 'VPN')
  } catch (error) {
    if (HttpError.is(error, 404)) return false
    throw error
  }
}
