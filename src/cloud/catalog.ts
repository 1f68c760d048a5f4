import type {CatalogEndpoint, CatalogEntry} from '#cloud/types'
import {NotFoundError} from '#errors'

/** The catalog has no such service, or none for the region and interface in use. */
export class EndpointError extends NotFoundError {}

export interface Wanted {
  /** The service as people call it, for messages. */
  service: string
  /** Types that the catalog may list it under, best first. */
  types: readonly string[]
  interface: string
  region: string | undefined
  /** Only the service of this name. */
  serviceName: string | undefined
  /** The entry of clouds.yaml and its file, as `clouds.lab in clouds.yaml`; undefined without one. */
  entry?: string | undefined
}

/**
 * The catalog's endpoint for a service: of the types that are there the best one that has an endpoint of the interface
 * and the region; without a region the first. EndpointError says what there is instead.
 */
export function findEndpoint(catalog: readonly CatalogEntry[], wanted: Wanted): CatalogEndpoint {
  const services = wanted.types.flatMap((type) => catalog.filter((entry) => isNamed(entry, type, wanted.serviceName)))
  const fits = ({url, region, ...endpoint}: CatalogEndpoint) =>
    url !== '' &&
    interfaceName(endpoint.interface) === interfaceName(wanted.interface) &&
    (wanted.region === undefined || region === wanted.region)
  const endpoint = services.flatMap((service) => service.endpoints).find(fits)
  if (endpoint) return endpoint
  throw services.length === 0 ? noService(catalog, wanted) : noEndpoint(services, wanted)
}

/** Whether the catalog lists the service at all, wherever. */
export const hasService = (catalog: readonly CatalogEntry[], types: readonly string[]): boolean =>
  types.some((type) => catalog.some((entry) => isNamed(entry, type, undefined)))

const isNamed = (entry: CatalogEntry, type: string, name: string | undefined): boolean =>
  entry.type.toLowerCase().replaceAll('_', '-') === type && (name === undefined || entry.name === name)

/** Old configurations say `publicURL`. */
export const interfaceName = (name: string): string => name.toLowerCase().replace(/url$/, '')

function noService(catalog: readonly CatalogEntry[], {service, types, serviceName, entry}: Wanted): EndpointError {
  const named = serviceName === undefined ? '' : ` with the name '${serviceName}'`
  const key = overrideOf(service)
  const others = unique(catalog.map((entry) => entry.type))
  const hint =
    others.length === 0
      ? 'The token has no catalog: select a project, a domain or the system to work in.'
      : `Services in the catalog: ${others.join(', ')}.`
  const known = types.length > 1 ? ` (types: ${types.join(', ')})` : ''
  return new EndpointError(`The catalog of this cloud does not list the ${service} service${named}${known}.`, {
    hint: `${hint} To use an endpoint outside the catalog, set ${key}${at(entry)}.`,
    code: 'EndpointNotFound',
    facts: {service, key},
  })
}

function noEndpoint(services: readonly CatalogEntry[], wanted: Wanted): EndpointError {
  const where = wanted.region === undefined ? '' : ` in the region '${wanted.region}'`
  const have = unique(
    services.flatMap(({endpoints}) =>
      endpoints.map((e) => `${interfaceName(e.interface)} in ${e.region ?? 'no region'}`),
    ),
  )
  const key = overrideOf(wanted.service)
  const regions = unique(
    services.flatMap(({endpoints}) =>
      endpoints.flatMap((e) =>
        interfaceName(e.interface) === interfaceName(wanted.interface) && e.region ? [e.region] : [],
      ),
    ),
  )
  const kinds = unique(
    services.flatMap(({endpoints}) =>
      endpoints.flatMap((e) =>
        wanted.region === undefined || e.region === wanted.region ? interfaceName(e.interface) : [],
      ),
    ),
  )
  return new EndpointError(
    `The catalog has no ${interfaceName(wanted.interface)} endpoint for the ${wanted.service} service${where}.`,
    {
      hint:
        `${have.length > 0 ? `Endpoints in the catalog: ${have.join(', ')}. ` : ''}Select one with --os-region-name and --os-interface, ` +
        `or set ${key}${at(wanted.entry)}.`,
      code: 'EndpointNotFound',
      facts: {
        service: wanted.service,
        key,
        regions: regions.join(', ') || undefined,
        other: regions[0],
        interfaces: kinds.join(', ') || undefined,
        other_interface: kinds[0],
      },
    },
  )
}

const overrideOf = (service: string): string => `${service.replaceAll('-', '_')}_endpoint_override`

const at = (entry: string | undefined): string => (entry === undefined ? '' : ` under ${entry}`)

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort()
