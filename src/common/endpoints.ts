import {interfaceName} from '#cloud/catalog'
import {serviceType} from '#cloud/service-types'
import type {CatalogEntry} from '#cloud/types'

export interface Place {
  region: string | undefined
  interface: string
  /** The official type where the catalog has an alias. */
  type: string
  url: string
}

export interface EndpointFilter {
  /** Every one when undefined, as the others. */
  interface?: string | undefined
  region?: string | undefined
  service?: string | undefined
}

/** The catalog's endpoints that were asked for, by region, interface and service; of two for one service the last. */
export function places(catalog: readonly CatalogEntry[], {interface: face, region, service}: EndpointFilter): Place[] {
  const found = new Map<string, Map<string, Map<string, Place>>>()
  for (const {type, endpoints} of ofService(catalog, service)) {
    for (const endpoint of endpoints) {
      if (face !== undefined && interfaceName(endpoint.interface) !== interfaceName(face)) continue
      if (region !== undefined && endpoint.region !== region) continue
      if (!URL.canParse(endpoint.url)) continue
      const name = interfaceName(endpoint.interface)
      const official = serviceType(type).type
      const byInterface = within(found, endpoint.region ?? '', () => new Map<string, Map<string, Place>>())
      const byType = within(byInterface, name, () => new Map<string, Place>())
      byType.set(official, {region: endpoint.region, interface: name, type: official, url: endpoint.url})
    }
  }
  return [...found.values()].flatMap((faces) => [...faces.values()].flatMap((types) => [...types.values()]))
}

/** The entries of a service: of a service that is there under several types those of the preferred one. */
function ofService(catalog: readonly CatalogEntry[], requested: string | undefined): readonly CatalogEntry[] {
  if (requested === undefined) return catalog
  const wanted = serviceType(requested)
  // An alias finds the official type and itself, not the other aliases.
  const types = requested === wanted.type ? wanted.types : [wanted.type, requested]
  const type = types.find((candidate) => catalog.some((entry) => entry.type === candidate))
  return catalog.filter((entry) => entry.type === type)
}

function within<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
}
