import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {conflict, notFound, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {list, neutronCollection, numberOrNull, required, text, textOrNull, yes} from '#sandbox/collection'

const LIFETIME = {units: 'seconds', value: 3600}
const DETECTION = {action: 'hold', interval: 30, timeout: 120}

const object = {type: 'object', nullable: true} as const
const choice = (value: string) => ({type: 'string', default: value}) as const

/** VPN services, their policies and endpoint groups, and the connections that use all of them. */
export function vpn(cloud: SandboxCloud): Routes {
  /** Which key of a connection refers to a record of these. */
  const usedBy = (key: string) => ({
    beforeDelete({id}: JsonObject) {
      if (connections.find({[key]: String(id)}).length > 0)
        throw conflict(`${id} is in use by existing IPsec connection`)
    },
  })
  const policyFields = {
    auth_algorithm: choice('sha1'),
    encryption_algorithm: choice('aes-128'),
    pfs: choice('group5'),
    lifetime: object,
  }
  const merged = (record: JsonObject, changes: JsonObject, key: string, defaults: JsonObject): JsonObject => ({
    ...record,
    ...changes,
    [key]: {...defaults, ...asObject(record[key]), ...asObject(changes[key])},
  })
  const withLifetime = {
    created: (record: JsonObject) => merged(record, {}, 'lifetime', LIFETIME),
    changed: (record: JsonObject, changes: JsonObject) => merged(record, changes, 'lifetime', LIFETIME),
  }
  const services = neutronCollection(cloud, {
    path: '/vpn/vpnservices',
    member: 'vpnservice',
    collection: 'vpnservices',
    fields: {router_id: required, subnet_id: textOrNull, flavor_id: textOrNull, admin_state_up: yes},
    filters: ['router_id', 'subnet_id', 'status'],
    created: (record) => ({...record, status: 'ACTIVE', external_v4_ip: '203.0.113.7', external_v6_ip: null}),
    ...usedBy('vpnservice_id'),
  })
  const ikePolicies = neutronCollection(cloud, {
    path: '/vpn/ikepolicies',
    member: 'ikepolicy',
    collection: 'ikepolicies',
    fields: {...policyFields, ike_version: choice('v1'), phase1_negotiation_mode: choice('main')},
    ...withLifetime,
    ...usedBy('ikepolicy_id'),
  })
  const ipsecPolicies = neutronCollection(cloud, {
    path: '/vpn/ipsecpolicies',
    member: 'ipsecpolicy',
    collection: 'ipsecpolicies',
    fields: {...policyFields, encapsulation_mode: choice('tunnel'), transform_protocol: choice('esp')},
    ...withLifetime,
    ...usedBy('ipsecpolicy_id'),
  })
  const groups = neutronCollection(cloud, {
    path: '/vpn/endpoint-groups',
    member: 'endpoint_group',
    collection: 'endpoint_groups',
    fields: {type: {type: 'string', required: true, oneOf: ['subnet', 'cidr']}, endpoints: list},
    beforeDelete({id}) {
      const uses = ['local_ep_group_id', 'peer_ep_group_id'].flatMap((key) => connections.find({[key]: String(id)}))
      if (uses.length > 0) throw conflict(`Endpoint group ${id} is in use by IPsec site connection ${uses[0]?.id}`)
    },
  })
  const connections: RestRecords = neutronCollection(cloud, {
    path: '/vpn/ipsec-site-connections',
    member: 'ipsec_site_connection',
    collection: 'ipsec_site_connections',
    fields: {
      vpnservice_id: required,
      ikepolicy_id: required,
      ipsecpolicy_id: required,
      peer_address: required,
      peer_id: required,
      psk: required,
      // One, or a list: Neutron makes it a list.
      peer_cidrs: {type: 'any', default: []},
      local_ep_group_id: textOrNull,
      peer_ep_group_id: textOrNull,
      local_id: text,
      mtu: {...numberOrNull, default: 1500},
      initiator: choice('bi-directional'),
      admin_state_up: yes,
      dpd: object,
    },
    filters: ['status', 'vpnservice_id'],
    created(record) {
      const parts: [RestRecords, string][] = [
        [services, 'vpnservice_id'],
        [ikePolicies, 'ikepolicy_id'],
        [ipsecPolicies, 'ipsecpolicy_id'],
      ]
      for (const [records, key] of parts)
        if (!records.get(asText(record[key]) ?? '')) throw notFound(`${key} ${record[key]} could not be found`)
      const complete = {
        ...record,
        peer_cidrs: [record.peer_cidrs ?? []].flat(),
        auth_mode: 'psk',
        route_mode: 'static',
        status: 'ACTIVE',
      }
      return merged(complete, {}, 'dpd', DETECTION)
    },
    changed: (record, changes) => merged(record, changes, 'dpd', DETECTION),
  })
  const all = [services, ikePolicies, ipsecPolicies, groups, connections]
  return Object.assign({}, ...all.map(({routes}) => routes))
}
