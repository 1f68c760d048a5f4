import type {Session} from '#cloud/types'
import {ifOffered, notOfferedHere} from '#common/offered'
import {asArray, asObject, asText, type Columns, Flags, HttpError, type JsonObject, ListCommand} from '#sdk'

const columns: Columns = {'Zone Name': 'zone_name', 'Zone Status': 'zone_status'}
const longColumns: Columns = {
  ...columns,
  'Zone Resource': 'zone_resource',
  'Host Name': 'host_name',
  'Service Name': 'service_name',
  'Service Status': 'service_status',
}

const SOURCES = {compute: computeZones, volume: volumeZones, network: networkZones, share: shareZones}
type Source = keyof typeof SOURCES
const isSource = (name: string): name is Source => name in SOURCES

export default class AvailabilityZoneList extends ListCommand {
  static override summary = 'List availability zones and their status'
  static override roles = []
  static override calls = [
    'GET /v2.1/os-availability-zone/detail',
    'GET /v2.1/os-availability-zone',
    'GET /v3/{project_id}/os-availability-zone',
    'GET /v2.0/availability_zones',
    'GET /v2/availability-zones',
  ]
  static override examples = [
    {command: 'osc availability zone list --compute --long', description: 'List compute zones with their hosts'},
  ]
  static override flags = {
    compute: Flags.boolean({description: 'List compute availability zones'}),
    network: Flags.boolean({description: 'List network availability zones'}),
    volume: Flags.boolean({description: 'List block storage availability zones'}),
    share: Flags.boolean({description: 'List shared file system availability zones'}),
    long: Flags.boolean({description: 'Include hosts and services'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(AvailabilityZoneList)
    const wanted = Object.keys(SOURCES)
      .filter(isSource)
      .filter((name) => flags[name])
    const names = wanted.length > 0 ? wanted : Object.keys(SOURCES).filter(isSource)
    const session = await this.session()
    const found = await Promise.all(names.map((name) => ifOffered(() => SOURCES[name](session, flags.long))))
    for (const [i, name] of names.entries()) {
      if (!found[i]) await this.note(await notOfferedHere(name, this.runtime))
    }
    await this.table(
      flags.long ? longColumns : columns,
      found.flatMap((zones) => zones ?? []),
    )
  }
}

const NO_HOST = {host_name: '', service_name: '', service_status: ''}

async function computeZones(session: Session, long: boolean): Promise<JsonObject[]> {
  const zones = await computeAnswer(session)
  return zones.flatMap((zone) => {
    const common = {...usual(zone), zone_resource: ''}
    const hosts = Object.entries(asObject(zone.hosts))
    if (!long || hosts.length === 0) return [{...common, ...NO_HOST}]
    return hosts.flatMap(([host, services]) =>
      Object.entries(asObject(services)).map(([name, state]) => ({
        ...common,
        host_name: host,
        service_name: name,
        service_status: serviceStatus(asObject(state)),
      })),
    )
  })
}

/** The details are for admins; the others get the zones alone. */
async function computeAnswer(session: Session): Promise<JsonObject[]> {
  try {
    return await zoneInfo(session, 'compute', '/os-availability-zone/detail')
  } catch (error) {
    if (!(error instanceof HttpError) || error.failure.status !== 403) throw error
    return await zoneInfo(session, 'compute', '/os-availability-zone')
  }
}

async function volumeZones(session: Session): Promise<JsonObject[]> {
  const zones = await zoneInfo(session, 'block-storage', '/os-availability-zone')
  return zones.map((zone) => ({...usual(zone), zone_resource: '', ...NO_HOST}))
}

const zoneInfo = async (session: Session, service: string, path: string): Promise<JsonObject[]> =>
  asArray((await session.get(service, path)).availabilityZoneInfo).map(asObject)

async function networkZones(session: Session): Promise<JsonObject[]> {
  const zones = await Array.fromAsync(session.list('network', '/availability_zones', 'availability_zones'))
  return zones.map(({name, state, resource}) => ({
    zone_name: name,
    zone_status: state === 'unavailable' ? 'not available' : state,
    zone_resource: resource,
    ...NO_HOST,
  }))
}

async function shareZones(session: Session): Promise<JsonObject[]> {
  const zones = session.list('shared-file-system', '/availability-zones', 'availability_zones', {microversion: '2.7'})
  return (await Array.fromAsync(zones)).map(({name}) => ({
    zone_name: name,
    zone_status: 'available',
    zone_resource: '',
    ...NO_HOST,
  }))
}

const usual = ({zoneName, zoneState}: JsonObject): JsonObject => ({
  zone_name: zoneName,
  zone_status: asObject(zoneState).available === true ? 'available' : 'not available',
})

const serviceStatus = ({active, available, updated_at: updated}: JsonObject): string =>
  `${active ? 'enabled' : 'disabled'} ${available ? ':-)' : 'XXX'} ${asText(updated) ?? 'None'}`
