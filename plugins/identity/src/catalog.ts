import {
  asArray,
  asObject,
  asText,
  type Cell,
  type Columns,
  Formatted,
  type Json,
  type Row,
  type Session,
} from '@osc-cli/core'

/** Endpoints by region in tables, Keystone's list in machine formats. */
const endpoints = (entry: Row): Cell =>
  new Formatted(entry.endpoints ?? null, () => asArray(entry.endpoints).map(lines).join(''))

function lines(endpoint: Json): string {
  const {region_id: regionId, region, interface: kind, url} = asObject(endpoint)
  return `${asText(regionId) || asText(region) || '<none>'}\n  ${asText(kind)}: ${asText(url)}\n`
}

export const catalogColumns: Columns = {Name: 'name', Type: 'type', Endpoints: endpoints}

export const catalogFields: Columns = {endpoints, id: 'id', name: 'name', type: 'type'}

/** The current catalog: that of a cached token lacks services that were added since. Keystone requires a project scope. */
export async function currentCatalog(session: Session): Promise<Row[]> {
  const {projectId, catalog} = await session.access()
  if (projectId === undefined) return catalog.map(({raw}) => raw)
  return asArray((await session.get('identity', '/auth/catalog')).catalog).map(asObject)
}
