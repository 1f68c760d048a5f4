import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {factsOf} from '#sandbox/resources/openstack/facts'
import {ifThere, ignoringMissing} from '#sandbox/resources/openstack/rest-type'
import {type Handle, ResourceFailure, type ResourceType} from '#sandbox/resources/type'

const FACTS = factsOf('OS::Swift::Container')

const accountOf = ({stack}: Handle): string => `/v1/AUTH_${stack.projectId}`
const pathOf = (handle: Handle): string => `${accountOf(handle)}/${encodeURIComponent(handle.record.physicalId ?? '')}`

/** `x-container-meta-color`: the metadata of a container or account as headers. */
const metadata = (kind: string, given: JsonObject): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).map(([key, value]) => [`x-${kind}-meta-${key}`.toLowerCase(), asText(value) ?? '']),
  )

const headersOf = (handle: Handle): JsonObject | undefined =>
  ifThere(() => ({...handle.services.headers({method: 'HEAD', path: pathOf(handle)})}))

const namesIn = (handle: Handle): string[] =>
  asArray(handle.services.list('object-store', `${pathOf(handle)}?format=json`)).map(
    (one) => asText(asObject(one).name) ?? '',
  )

/** OS::Swift::Container. */
export const ContainerResource: ResourceType = {
  name: 'OS::Swift::Container',
  description: 'A container for objects.',
  service: 'object-store',
  ...FACTS,
  create(handle) {
    const {properties, record, services} = handle
    const name = asText(properties.name) ?? record.physicalName
    const access = ['X-Container-Read', 'X-Container-Write'].flatMap((key) => {
      const value = asText(properties[key])
      return value === undefined ? [] : [[key.toLowerCase(), value]]
    })
    const headers = {
      ...metadata('container', asObject(properties['X-Container-Meta'] ?? {})),
      ...Object.fromEntries(access),
    }
    services.headers({method: 'PUT', path: `${accountOf(handle)}/${encodeURIComponent(name)}`, headers})
    handle.setPhysicalId(name)
    const account = metadata('account', asObject(properties['X-Account-Meta'] ?? {}))
    if (Object.keys(account).length > 0) services.headers({method: 'POST', path: accountOf(handle), headers: account})
  },
  remove: (handle) =>
    ignoringMissing(async () => {
      if (handle.record.physicalId === null) return
      const objects = namesIn(handle)
      if (objects.length > 0 && handle.properties.PurgeOnDelete !== true)
        throw new ResourceFailure(
          'ResourceActionNotSupported',
          `Deleting non-empty container (${handle.record.physicalId}) when PurgeOnDelete is False is not supported for resource.`,
        )
      for (const name of objects)
        handle.services.headers({method: 'DELETE', path: `${pathOf(handle)}/${encodeURIComponent(name)}`})
      handle.services.headers({method: 'DELETE', path: pathOf(handle)})
    }),
  check: (handle) => void handle.services.headers({method: 'HEAD', path: pathOf(handle)}),
  attribute(handle, name) {
    const {host, hostname} = new URL(handle.world.cloud.url)
    const account = `http://${host}/object-store${accountOf(handle)}`
    if (name === 'DomainName') return hostname
    if (name === 'RootURL') return account
    if (name === 'WebsiteURL') return `${account}/${handle.record.physicalId}`
    const headers = headersOf(handle)
    if (name === 'HeadContainer') return headers
    return headers?.[name === 'ObjectCount' ? 'x-container-object-count' : 'x-container-bytes-used']
  },
  show: headersOf,
}
