import {versionOption} from '#advice/version-option'
import type {CloudConfig} from '#cloud/config/types'
import {serviceSetting, serviceSettingSource, settingText} from '#cloud/service-settings'
import {declaredServiceType, type ServiceType} from '#cloud/service-types'
import {ConfigError, HttpError} from '#errors'

/** Services that know microversions, with the header each had before OpenStack-API-Version, and its name in the latter. */
const MICROVERSIONED: Readonly<Record<string, {name?: string; old?: string}>> = {
  compute: {old: 'x-openstack-nova-api-version'},
  baremetal: {old: 'x-openstack-ironic-api-version'},
  'baremetal-introspection': {old: 'x-openstack-ironic-inspector-api-version'},
  'shared-file-system': {old: 'x-openstack-manila-api-version'},
  'block-storage': {name: 'volume'},
  'container-infrastructure-management': {name: 'container-infra'},
  'application-container': {name: 'container'},
  'resource-optimization': {name: 'infra-optim'},
  placement: {},
  'key-manager': {},
  clustering: {},
  accelerator: {},
  'instance-ha': {},
}

interface Headers {
  name?: string | undefined
  old?: string | undefined
}

/** How a service with microversions is asked for one; undefined for others. */
function headersOf(type: string): Headers | undefined {
  const {microversions} = declaredServiceType(type) ?? {}
  return MICROVERSIONED[type] ?? (microversions && {name: microversions.name, old: microversions.header})
}

/** Headers that ask for a microversion: `2.79` or `latest`. ConfigError when it is neither. */
export function microversionHeaders({type}: ServiceType, version: string): Record<string, string> {
  const value = normalize(type, version)
  const {name = type, old} = headersOf(type) ?? {}
  return {'openstack-api-version': `${name} ${value}`, ...(old === undefined ? {} : {[old]: value})}
}

function normalize(service: string, version: string): string {
  if (/^(?:\d+\.)?latest$/.test(version)) return 'latest'
  if (/^\d+\.\d+$/.test(version)) return version
  throw new ConfigError(
    `The ${service} microversion '${version}' is not valid: expected a version such as 2.1, or latest.`,
  )
}

/**
 * The microversion that the configuration asks for: `<service>_default_microversion`, or an API version whose minor part
 * is not zero (`compute_api_version: 2.79`). Of the two an API version from the command line or the environment wins.
 */
export function configuredMicroversion(config: CloudConfig, service: ServiceType): string | undefined {
  if (!headersOf(service.type)) return serviceSetting(config, service, 'default_microversion')
  const implied = impliedMicroversion(serviceSetting(config, service, 'api_version'))
  const common = settingText(config.settings.default_microversion)
  const own = serviceSetting(config, service, 'default_microversion') ?? common
  const from = serviceSettingSource(config, service, 'api_version')?.kind
  return from === 'option' || from === 'environment' ? (implied ?? own) : (own ?? implied)
}

/** `2.0` is how some services have always been called, not a microversion. */
const impliedMicroversion = (version: string | undefined): string | undefined =>
  version !== undefined && /^(?:\d+\.(?:0*[1-9]\d*|latest)|latest)$/.test(version) ? version : undefined

/** A 406 is about the microversion that was asked for: says so, with the range that the service names. */
export function refusedMicroversion(
  error: HttpError,
  service: ServiceType,
  version: string,
  headers: Readonly<Record<string, string>>,
): HttpError {
  const range = rangeOf(headers)
  const has = range ? ` Supported: ${range.lowest} to ${range.highest}.` : ''
  return new HttpError(
    `The ${service.type} service does not support microversion ${version}.${has} Its message: ${error.message}`,
    error.failure,
    {hint: `Choose another microversion with ${versionOption(service.type)}.`, cause: error},
  )
}

/** The names end alike in all services: `openstack-api-minimum-version`, `x-openstack-ironic-api-maximum-version`, ... */
function rangeOf(headers: Readonly<Record<string, string>>): {lowest: string; highest: string} | undefined {
  const value = (end: string) => {
    const [, text] =
      Object.entries(headers).find(([name]) => name.startsWith('x-openstack-') && name.endsWith(end)) ?? []
    return (text ?? headers[`openstack-${end}`])?.split(' ').at(-1)
  }
  const lowest = value('api-minimum-version')
  const highest = value('api-maximum-version')
  return lowest !== undefined && highest !== undefined ? {lowest, highest} : undefined
}

/** A microversion in use; without one it is below all others. */
export class Microversion {
  readonly text: string | undefined

  constructor(text: string | undefined) {
    this.text = text
  }

  /** Whether it is this version or a later one; without a microversion it is not. */
  atLeast(version: string): boolean {
    return this.text !== undefined && compareMicroversions(this.text, version) >= 0
  }
}

/** By number: 2.9 comes before 2.10. `latest` comes last. */
export function compareMicroversions(a: string, b: string): number {
  const [x, y] = [numbersOf(a), numbersOf(b)]
  return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0)
}

export const lower = (a: string, b: string): string => (compareMicroversions(a, b) < 0 ? a : b)

const numbersOf = (version: string): number[] =>
  version.endsWith('latest') ? [Number.MAX_SAFE_INTEGER] : version.split('.').map(Number)
