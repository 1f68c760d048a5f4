import type {Login} from '#cloud/auth/types'
import {EndpointError, findEndpoint, hasService} from '#cloud/catalog'
import type {CloudConfig} from '#cloud/config/types'
import {chooseVersion, type Discovery, versionSegment} from '#cloud/discovery'
import {serviceSetting} from '#cloud/service-settings'
import {type ServiceType, serviceType} from '#cloud/service-types'
import type {Access} from '#cloud/types'
import {ConfigError} from '#errors'

/** What finding an endpoint needs besides the configuration. */
export interface EndpointParts {
  config: CloudConfig
  login: Login
  discovery: Discovery
}

/**
 * The service's versioned endpoint without a trailing slash: the configured override, else the only endpoint of the
 * authentication type, else the catalog's for interface and region; identity is also found without a catalog.
 */
export async function findServiceEndpoint(name: string, parts: EndpointParts): Promise<string> {
  const service = wantedType(name, parts.config)
  const url = overriddenUrl(service, parts) ?? parts.login.endpoint ?? catalogUrl(name, service, parts)
  if (!URL.canParse(url)) throw new ConfigError(`The endpoint of ${name}, '${url}', is not a URL.`)
  return await versioned(trimmed(url), service, parts)
}

/** `<service>_service_type` in the configuration renames what is looked for. */
function wantedType(name: string, config: CloudConfig): ServiceType {
  const service = serviceType(name)
  const renamed = serviceSetting(config, service, 'service_type')
  if (renamed === undefined) return service
  return {...service, types: [renamed.toLowerCase().replaceAll('_', '-')]}
}

function overriddenUrl(service: ServiceType, {config, login}: EndpointParts): string | undefined {
  const url = serviceSetting(config, service, 'endpoint_override') ?? serviceSetting(config, service, 'endpoint')
  return url === undefined ? undefined : substituted(url, login.access, service)
}

/** Fills in `%(project_id)s` and `$(project_id)s`, and the same of tenant_id and user_id. */
function substituted(url: string, access: Access, service: ServiceType): string {
  return url.replace(/[%$]\((project_id|tenant_id|user_id)\)s/g, (_, name: string) => {
    const value = name === 'user_id' ? access.userId : access.projectId
    if (value !== undefined) return value
    throw new EndpointError(
      `The endpoint override of ${service.type}, ${url}, needs a ${name}, which the token does not have.`,
      {
        hint: 'Select a project to work in, for instance with --os-project-name.',
      },
    )
  })
}

function catalogUrl(name: string, service: ServiceType, {config, login}: EndpointParts): string {
  const {catalog} = login.access
  // Without a catalog there is still Keystone itself, for instance to list the projects that one may work in.
  if (service.type === 'identity' && login.authUrl !== undefined && !hasService(catalog, service.types)) {
    return login.authUrl
  }
  return findEndpoint(catalog, {
    service: name,
    types: service.types,
    interface: serviceSetting(config, service, 'interface') ?? config.interface,
    region: serviceSetting(config, service, 'region_name') ?? config.region,
    serviceName: serviceSetting(config, service, 'service_name'),
    entry: entryOf(config),
  }).url
}

/** Where the cloud is described, without the line: an endpoint override would be a new one. */
function entryOf({name, sources}: CloudConfig): string | undefined {
  const file =
    sources['auth.auth_url']?.kind === 'file' ? sources['auth.auth_url'].name.replace(/:\d+$/, '') : undefined
  return name === undefined ? undefined : `clouds.${name} in ${file ?? 'clouds.yaml'}`
}

async function versioned(url: string, service: ServiceType, parts: EndpointParts): Promise<string> {
  const {type, versionPath} = service
  if (type === 'identity') return `${url.replace(/\/v2\.0$/, '').replace(/\/v3$/, '')}/v3`
  if (versionPath === undefined || versionSegment(new URL(url).pathname) !== undefined) return url
  const [usual = '', ...behind] = versionPath.split('/')
  const configured = /^v?(\d+)/.exec(serviceSetting(parts.config, service, 'api_version') ?? '')?.[1]
  const major = configured ?? /\d+/.exec(usual)?.[0] ?? ''
  const versions = await parts.discovery.versions(url, parts.login.headers)
  const chosen = chooseVersion(versions, major)
  if (!chosen && versions.length > 0) {
    throw new EndpointError(`The ${type} service at ${url} does not have version ${major}.`, {
      hint: `Versions available: ${versions.map(({id}) => id).join(', ')}.`,
    })
  }
  const tail = behind.map((part) => part.replace('$project', parts.login.access.projectId ?? ''))
  return trimmed([url, chosen?.path ?? usual, ...tail].join('/'))
}

const trimmed = (url: string): string => url.replace(/\/+$/, '')
