import {interfaceName} from '#cloud/catalog'
import type {CloudConfig} from '#cloud/config/types'
import {serviceSetting} from '#cloud/service-settings'
import {serviceType} from '#cloud/service-types'
import type {CatalogEndpoint, CatalogEntry} from '#cloud/types'
import type {Context} from '#context/context'

/** Whether the cloud has a service in the region in use; `elsewhere`: the regions that have it. Undefined is unknown. */
export interface Offer {
  here: boolean
  url: string | undefined
  elsewhere: readonly string[]
}

/** An endpoint that the configuration names counts as offered, whatever the catalog says. */
export function offerOf(service: string, {access, config}: Context): Offer | undefined {
  if (!config) return undefined
  const wanted = serviceType(service)
  const override = serviceSetting(config, wanted, 'endpoint_override')
  if (override !== undefined) return {here: true, url: override, elsewhere: []}
  if (!access || access.value.catalog.length === 0) return undefined
  const entries = access.value.catalog.filter((entry) => wanted.types.includes(normal(entry.type)))
  const url = entries.flatMap((entry) => endpointsHere(entry, config))[0]?.url
  const regions = entries.flatMap(({endpoints}) => endpoints.flatMap(({region}) => region ?? []))
  return {here: url !== undefined, url, elsewhere: [...new Set(regions)].filter((name) => name !== config.region)}
}

/** The official service types of the catalog, sorted; undefined is unknown. */
export function offeredTypes({access}: Context): readonly string[] | undefined {
  if (!access || access.value.catalog.length === 0) return undefined
  return [...new Set(access.value.catalog.map(({type}) => serviceType(type).type))].sort()
}

/** Where the version documents of a service may have been asked for. */
export function versionUrls(entry: CatalogEntry, config: CloudConfig): string[] {
  return endpointsHere(entry, config).flatMap(({url}) => {
    const whole = url.replace(/\/+$/, '')
    const version = /^(.*?)\/v\d+(?:\.\d+)?(?=\/|$)/i.exec(whole)
    return version ? [version[0], version[1] ?? whole, `${version[1] ?? whole}/`] : [whole, `${whole}/`]
  })
}

const endpointsHere = ({endpoints}: CatalogEntry, {interface: kind, region}: CloudConfig): CatalogEndpoint[] =>
  endpoints.filter(
    (endpoint) =>
      endpoint.url !== '' &&
      interfaceName(endpoint.interface) === kind &&
      (region === undefined || endpoint.region === region),
  )

const normal = (type: string): string => type.toLowerCase().replaceAll('_', '-')
