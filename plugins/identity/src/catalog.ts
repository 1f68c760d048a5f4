import {asArray, asObject, asText, type Cell, type Columns, Formatted, type Json, type Row} from '@osc-cli/core'

/** People read the endpoints of a service region by region, programs get Keystone's list. */
const endpoints = (entry: Row): Cell =>
  new Formatted(entry.endpoints ?? null, () => asArray(entry.endpoints).map(lines).join(''))

function lines(endpoint: Json): string {
  const {region_id: regionId, region, interface: kind, url} = asObject(endpoint)
  return `${asText(regionId) || asText(region) || '<none>'}\n  ${asText(kind)}: ${asText(url)}\n`
}

export const catalogColumns: Columns = {Name: 'name', Type: 'type', Endpoints: endpoints}

export const catalogFields: Columns = {endpoints, id: 'id', name: 'name', type: 'type'}
