import {isIP} from 'node:net'
import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {ServiceFailure, type Services, type ServiceType} from '#sandbox/engine/services'
import {PropertyError, type PropertySchema, type PropertySchemas} from '#sandbox/resources/properties'

/** Something that a property names by its name or ID. */
interface Kind {
  service: ServiceType
  /** The list of all of them. */
  path: string
  collection: string
  /** The key that a reference becomes; default: `id`. */
  key?: string
  missing: (value: string) => string
}

const neutron = (noun: string, path: string, collection = path): Kind => ({
  service: 'network',
  path: `/v2.0/${path}`,
  collection,
  missing: (value) => `Unable to find ${noun} with name or id '${value}'`,
})
const kind = (service: ServiceType, path: string, collection: string, missing: Kind['missing']): Kind => ({
  service,
  path,
  collection,
  missing,
})
const entity = (noun: string) => (value: string) => `The ${noun} (${value}) could not be found.`

/** By Heat's custom constraint. */
const KINDS: Readonly<Record<string, Kind>> = {
  'nova.flavor': kind(
    'compute',
    '/v2.1/flavors/detail',
    'flavors',
    (value) => `No Flavor matching {'name': '${value}'}. (HTTP 404)`,
  ),
  'nova.host': {
    ...kind(
      'compute',
      '/v2.1/os-hypervisors',
      'hypervisors',
      (value) => `No hypervisor matching '${value}' could be found. (HTTP 404)`,
    ),
    key: 'hypervisor_hostname',
  },
  'nova.server': kind('compute', '/v2.1/servers/detail', 'servers', entity('Server')),
  'glance.image': kind('image', '/v2/images', 'images', (value) => `No images matching {'name': '${value}'}.`),
  'neutron.network': neutron('network', 'networks'),
  'neutron.subnet': neutron('subnet', 'subnets'),
  'neutron.port': neutron('port', 'ports'),
  'neutron.router': neutron('router', 'routers'),
  'neutron.security_group': neutron('security_group', 'security-groups', 'security_groups'),
  'neutron.subnetpool': neutron('subnetpool', 'subnetpools'),
  'neutron.address_scope': neutron('address_scope', 'address-scopes', 'address_scopes'),
  'neutron.qos_policy': neutron('policy', 'qos/policies', 'policies'),
  'neutron.segment': neutron('segment', 'segments'),
  'neutron.taas.tap_service': neutron('tap_service', 'taas/tap_services', 'tap_services'),
  'cinder.volume': kind('block-storage', '/v3/volumes', 'volumes', entity('Volume')),
  'cinder.snapshot': kind('block-storage', '/v3/snapshots', 'snapshots', entity('VolumeSnapshot')),
  'cinder.backup': kind('block-storage', '/v3/backups', 'backups', entity('VolumeBackup')),
  'cinder.vtype': kind('block-storage', '/v3/types', 'volume_types', entity('VolumeType')),
  'cinder.qos_specs': kind(
    'block-storage',
    '/v3/qos-specs',
    'qos_specs',
    (value) => `No QoSSpecs matching {'name': '${value}'}. (HTTP 404)`,
  ),
  'keystone.project': kind('identity', '/v3/projects', 'projects', entity('KeystoneProject')),
  'keystone.user': kind('identity', '/v3/users', 'users', entity('KeystoneUser')),
  'keystone.role': kind('identity', '/v3/roles', 'roles', entity('KeystoneRole')),
  'keystone.domain': kind('identity', '/v3/domains', 'domains', entity('KeystoneDomain')),
}

const isCidr = (value: string): boolean => {
  const [address = '', length = '', ...rest] = value.split('/')
  const version = isIP(address)
  return rest.length === 0 && /^\d+$/.test(length) && version !== 0 && Number(length) <= (version === 4 ? 32 : 128)
}
const isName = (value: string): boolean =>
  value.length <= 255 && value.split('.').every((label) => /^[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/.test(label))

/** Constraints on the form of a value: why it is wrong. */
const FORMS: Readonly<Record<string, (value: string) => string | undefined>> = {
  ip_addr: (value) => (isIP(value) ? undefined : 'Invalid IP address'),
  net_cidr: (value) => (isCidr(value) ? undefined : `Invalid net cidr invalid IPNetwork ${value} `),
  ip_or_cidr: (value) => (isIP(value) || isCidr(value) ? undefined : `Invalid net cidr invalid IPNetwork ${value} `),
  mac_addr: (value) => (/^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(value) ? undefined : 'Invalid MAC address.'),
  dns_name: (value) => (isName(value.replace(/\.$/, '')) ? undefined : `'${value}' not in valid format.`),
  rel_dns_name: (value) => (isName(value) ? undefined : `'${value}' is FQDN. It should be a relative domain name.`),
  dns_domain: (value) => (value.endsWith('.') ? undefined : `'${value}' must end with '.'.`),
}

/** The ID of what a property names; a string with the reason when there is none. */
function idOf(name: string, value: string, services: Services): {id: string} | {reason: string} {
  const wanted = KINDS[name]
  if (!wanted) return {id: value}
  const found = recordsOf(wanted, services)
  const key = wanted.key ?? 'id'
  const one = found.find((record) => record[key] === value) ?? found.find((record) => record.name === value)
  return one ? {id: asText(one[key]) ?? ''} : {reason: wanted.missing(value)}
}

const recordsOf = ({service, path, collection}: Kind, services: Services): JsonObject[] =>
  asArray(services.get(service, path)[collection]).map(asObject)

/** The ID of what a value names, or the value itself where it names nothing; otherwise why it is wrong, in Heat's words. */
function resolve(name: string, value: string, services: Services): {id: string} | {violation: string} {
  if (value === '') return {id: value}
  if (!isKnown(name)) return {violation: `"${value}" does not validate ${name} (constraint not found)`}
  const reason = name === 'nova.keypair' ? keypairReason(value, services) : FORMS[name]?.(value)
  const found = reason === undefined ? idOf(name, value, services) : {reason}
  return 'id' in found ? found : {violation: `Error validating value '${value}': ${found.reason}`}
}

/** Why a value does not satisfy a custom constraint, in Heat's words; undefined if it does. */
export function customViolation(name: string, value: string, services: Services): string | undefined {
  const resolved = resolve(name, value, services)
  return 'violation' in resolved ? resolved.violation : undefined
}

const isKnown = (name: string): boolean =>
  name === 'nova.keypair' || Object.hasOwn(KINDS, name) || Object.hasOwn(FORMS, name)

function keypairReason(value: string, services: Services): string | undefined {
  try {
    services.get('compute', `/v2.1/os-keypairs/${encodeURIComponent(value)}`)
    return undefined
  } catch (error) {
    if (error instanceof ServiceFailure && error.status === 404) return `The Key (${value}) could not be found.`
    throw error
  }
}

/** The ID of something that is named by its name or ID. Throws PropertyError when it does not exist. */
export function idNamed(name: string, value: string, services: Services): string {
  const found = idOf(name, value, services)
  if ('reason' in found) throw new PropertyError('', found.reason)
  return found.id
}

/**
 * The properties with an ID in place of each name. Throws PropertyError for the first value that names something which
 * does not exist, or has a wrong form.
 */
export const withIds = (values: JsonObject, schemas: PropertySchemas, services: Services): JsonObject =>
  walk(values, schemas, '', (value, name, path) => {
    const resolved = resolve(name, value, services)
    if ('violation' in resolved) throw new PropertyError(path, resolved.violation)
    return resolved.id
  })

/** The same for old properties: what they name may have been deleted since, and such a name is kept. */
export const withKnownIds = (values: JsonObject, schemas: PropertySchemas, services: Services): JsonObject =>
  walk(values, schemas, '', (value, name) => {
    const resolved = resolve(name, value, services)
    return 'violation' in resolved ? value : resolved.id
  })

type Visit = (value: string, constraint: string, path: string) => string

const walk = (values: JsonObject, schemas: PropertySchemas, path: string, visit: Visit): JsonObject =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined
      return [key, schema ? walkOne(value ?? null, schema, `${path}.${key}`, visit) : (value ?? null)]
    }),
  )

function walkOne(value: Json, {constraints = [], schema}: PropertySchema, path: string, visit: Visit): Json {
  if (Array.isArray(value)) {
    const items = schema?.['*']
    return items ? value.map((item, i) => walkOne(item, items, `${path}[${i}]`, visit)) : value
  }
  if (isObject(value)) return schema ? walk(value, schema, path, visit) : value
  let result = value
  for (const constraint of constraints)
    if (constraint.kind === 'custom_constraint' && typeof result === 'string')
      result = visit(result, constraint.name, path)
  return result
}
