import {asArray, asText, type JsonObject} from '@osc-cli/core'
import {
  badRequest,
  type Call,
  conflict,
  notFound,
  type RestRecords,
  type Routes,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'
import {neutronCollection, required, shows, textOrNull, yes} from '#sandbox/collection'

/** A number or its text: Neutron converts it. */
const AS_NUMBER = {type: 'any', required: true} as const
const MOST = 2 ** 32 - 1

function asNumber(record: JsonObject, key: string): number {
  const number = Number(record[key])
  if (Number.isInteger(number) && number > 0 && number <= MOST) return number
  throw badRequest(`Invalid input for ${key}. Reason: '${asText(record[key])}' is not an integer.`)
}

/** BGP speakers and their peers and networks. They advertise nothing. */
export function bgp(cloud: SandboxCloud, networks: RestRecords): Routes {
  const peers = neutronCollection(cloud, {
    path: '/bgp-peers',
    member: 'bgp_peer',
    collection: 'bgp_peers',
    fields: {
      peer_ip: required,
      remote_as: AS_NUMBER,
      auth_type: {type: 'string', oneOf: ['none', 'md5'], default: 'none'},
      password: {...textOrNull, hidden: true},
    },
    view: shows('peer_ip', 'remote_as', 'auth_type'),
    created: (record) => ({...record, remote_as: asNumber(record, 'remote_as')}),
    changed(record, changes) {
      if (changes.password && record.auth_type === 'none') throw badRequest(`BGP peer ${record.id} not authenticated.`)
      return {...record, ...changes}
    },
    beforeDelete({id}) {
      for (const speaker of speakers.find()) leave(speaker, 'peers', String(id))
    },
  })
  const speakers: RestRecords = neutronCollection(cloud, {
    path: '/bgp-speakers',
    member: 'bgp_speaker',
    collection: 'bgp_speakers',
    fields: {
      local_as: AS_NUMBER,
      ip_version: {type: 'integer', required: true},
      advertise_floating_ip_host_routes: yes,
      advertise_tenant_networks: yes,
    },
    created: (record) => ({...record, local_as: asNumber(record, 'local_as'), peers: [], networks: []}),
    view: shows(
      'local_as',
      'ip_version',
      'peers',
      'networks',
      'advertise_floating_ip_host_routes',
      'advertise_tenant_networks',
    ),
  })

  const leave = (speaker: JsonObject, key: 'networks' | 'peers', id: string) =>
    speakers.put({...speaker, [key]: asArray(speaker[key]).filter((one) => one !== id)})

  /** The routes that add a peer or network to a speaker, and remove it. */
  const members = (action: string, key: 'networks' | 'peers', idKey: string, records: RestRecords): Routes => {
    const parts = (call: Call) => ({speaker: speakers.own(call), id: asText(call.body[idKey]) ?? ''})
    return {
      [`PUT /v2.0/bgp-speakers/:id/add_${action}`](call: Call) {
        const {speaker, id} = parts(call)
        if (!records.get(id)) throw notFound(`${idKey} ${id} could not be found.`)
        const before = asArray(speaker[key])
        if (before.includes(id)) throw conflict(`BGP speaker ${speaker.id} already has ${idKey} ${id}.`)
        speakers.put({...speaker, [key]: [...before, id]})
        return {body: {[idKey]: id}}
      },
      [`PUT /v2.0/bgp-speakers/:id/remove_${action}`](call: Call) {
        const {speaker, id} = parts(call)
        if (!asArray(speaker[key]).includes(id))
          throw notFound(`BGP speaker ${speaker.id} does not have ${idKey} ${id}.`)
        leave(speaker, key, id)
        return {body: {[idKey]: id}}
      },
    }
  }
  return {
    ...peers.routes,
    ...speakers.routes,
    ...members('bgp_peer', 'peers', 'bgp_peer_id', peers),
    ...members('gateway_network', 'networks', 'network_id', networks),
    'GET /v2.0/bgp-speakers/:id/get_advertised_routes'(call) {
      speakers.own(call)
      return {body: {advertised_routes: []}}
    },
  }
}
