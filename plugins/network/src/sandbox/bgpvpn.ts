import type {JsonObject} from '@osc-cli/core'
import {
  badRequest,
  type Fields,
  notFound,
  type RestRecords,
  type Routes,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'
import {list, neutronCollection, numberOrNull, required, shows, yes} from '#sandbox/collection'

/** What a BGP VPN is associated with. */
interface Associated {
  networks: RestRecords
  ports: RestRecords
}

/** BGP VPNs and their associations with networks, routers and ports. */
export function bgpvpns(cloud: SandboxCloud, {networks, ports}: Associated): Routes {
  const routers = cloud.store.collection('network/routers')
  const records: RestRecords = neutronCollection(cloud, {
    path: '/bgpvpn/bgpvpns',
    member: 'bgpvpn',
    collection: 'bgpvpns',
    fields: {
      type: {type: 'string', oneOf: ['l2', 'l3'], default: 'l3'},
      route_targets: list,
      import_targets: list,
      export_targets: list,
      route_distinguishers: list,
      vni: numberOrNull,
      local_pref: numberOrNull,
    },
    filters: ['type', 'vni', 'local_pref'],
    view: (record) => ({...shown(record), ...associated(String(record.id))}),
    beforeDelete({id}) {
      for (const {records} of kinds)
        for (const one of records.find({bgpvpn_id: String(id)})) records.delete(String(one.id))
    },
  })
  const shown = shows(
    'type',
    'route_targets',
    'import_targets',
    'export_targets',
    'route_distinguishers',
    'vni',
    'local_pref',
  )
  const kinds = [
    {key: 'network_id', in: 'networks', records: association('network', {}, networks)},
    {key: 'router_id', in: 'routers', records: association('router', {advertise_extra_routes: yes}, routers)},
    {key: 'port_id', in: 'ports', records: association('port', {advertise_fixed_ips: yes, routes: list}, ports)},
  ]
  return Object.assign({}, records.routes, ...kinds.map((kind) => kind.records.routes))

  /** The IDs of what a BGP VPN is associated with. */
  function associated(id: string): JsonObject {
    const ids = kinds.map(({key, in: things, records}) => [
      things,
      records.find({bgpvpn_id: id}).map((one) => one[key] ?? null),
    ])
    return Object.fromEntries(ids)
  }

  /** Associations of one kind. */
  function association(kind: string, fields: Fields, things: Pick<RestRecords, 'get'>): RestRecords {
    const key = `${kind}_id`
    const own: RestRecords = neutronCollection(cloud, {
      path: `/bgpvpn/bgpvpns/:bgpvpn/${kind}_associations`,
      member: `${kind}_association`,
      collection: `${kind}_associations`,
      parents: {bgpvpn: {records, key: 'bgpvpn_id'}},
      fields: {[key]: required, ...fields},
      filters: [key],
      view: shows(key, ...Object.keys(fields)),
      created(record) {
        const id = String(record[key])
        if (!things.get(id)) throw notFound(`${kind} ${id} could not be found.`)
        if (own.find({bgpvpn_id: String(record.bgpvpn_id), [key]: id}).length > 0)
          throw badRequest(`${kind} ${id} is already associated to BGPVPN ${record.bgpvpn_id}.`)
        return record
      },
    })
    return own
  }
}
