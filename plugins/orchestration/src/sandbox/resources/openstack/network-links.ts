import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {ServiceFailure} from '#sandbox/engine/services'
import {refuseBoth, refuseUnlessOneOf} from '#sandbox/resources/openstack/checks'
import {factsOf} from '#sandbox/resources/openstack/facts'
import {withKnownIds} from '#sandbox/resources/openstack/names'
import {association, withOwnProtocol} from '#sandbox/resources/openstack/network'
import {idsOf, ignoringMissing, type RestType, restType} from '#sandbox/resources/openstack/rest-type'
import type {Handle, ResourceType} from '#sandbox/resources/type'

/** Operations of a type that connects two resources. All properties have IDs in place of names. */
interface Link {
  /** Returns the physical ID. */
  create(handle: Handle, properties: JsonObject): Promise<string>
  update?(handle: Handle, properties: JsonObject, before: JsonObject, changed: ReadonlySet<string>): Promise<void>
  remove(handle: Handle, properties: JsonObject): Promise<void>
  validate?: NonNullable<ResourceType['validate']>
}

function linkType(name: string, description: string, {create, update, remove, validate}: Link): ResourceType {
  const facts = factsOf(name)
  const {properties: schemas} = facts
  return {
    name,
    description,
    service: 'network',
    ...facts,
    async create(handle) {
      handle.setPhysicalId(await create(handle, idsOf(handle, schemas)))
    },
    ...(update && {
      update: (handle, before, changed) =>
        update(handle, idsOf(handle, schemas), withKnownIds(before, schemas, handle.services), changed),
    }),
    ...(validate && {validate}),
    async remove(handle) {
      if (handle.record.physicalId !== null)
        await ignoringMissing(() => remove(handle, withKnownIds(handle.properties, schemas, handle.services)))
    },
  }
}

const put = ({services}: Handle, path: string, body: JsonObject) =>
  services.send('PUT', 'network', `/v2.0/${path}`, body)

const RouterInterface = linkType('OS::Neutron::RouterInterface', 'Connects a subnet or port to a router.', {
  validate(properties) {
    refuseBoth(properties, 'subnet', 'port')
    refuseUnlessOneOf(properties, ['subnet', 'port'])
  },
  async create(handle, {router, subnet, port}) {
    const [key, value] = subnet ? ['subnet_id', subnet] : ['port_id', port]
    await put(handle, `routers/${asText(router)}/add_router_interface`, {[String(key)]: value ?? null})
    return `${asText(router)}:${key}=${asText(value)}`
  },
  async remove(handle) {
    const [router, key = '', value = ''] = (handle.record.physicalId ?? '').split(/[:=]/)
    await put(handle, `routers/${router}/remove_router_interface`, {[key]: value})
  },
})

const FloatingIPAssociation = linkType('OS::Neutron::FloatingIPAssociation', 'Connects a floating IP to a port.', {
  async create(handle, properties) {
    await put(handle, `floatingips/${asText(properties.floatingip_id)}`, association(properties))
    return handle.record.id
  },
  async update(handle, properties, before, changed) {
    if (changed.has('floatingip_id'))
      await ignoringMissing(() => put(handle, `floatingips/${asText(before.floatingip_id)}`, association({})))
    await put(handle, `floatingips/${asText(properties.floatingip_id)}`, association(properties))
  },
  async remove(handle, properties) {
    await put(handle, `floatingips/${asText(properties.floatingip_id)}`, association({}))
  },
})

const route = ({destination, nexthop}: JsonObject): JsonObject => ({
  router: {routes: [{destination: destination ?? null, nexthop: nexthop ?? null}]},
})

const ExtraRoute = linkType('OS::Neutron::ExtraRoute', 'A static route of a router.', {
  async create(handle, properties) {
    const {router_id: router, destination, nexthop} = properties
    await put(handle, `routers/${asText(router)}/add_extraroutes`, route(properties))
    return [router, destination, nexthop].map((part) => asText(part)).join(':')
  },
  async remove(handle, properties) {
    await put(handle, `routers/${asText(properties.router_id)}/remove_extraroutes`, route(properties))
  },
})

const routesOf = ({routes}: JsonObject): JsonObject => ({router: {routes: asArray(routes ?? [])}})

const ExtraRouteSet = linkType('OS::Neutron::ExtraRouteSet', 'Static routes of a router.', {
  async create(handle, properties) {
    await put(handle, `routers/${asText(properties.router)}/add_extraroutes`, routesOf(properties))
    return asText(properties.router) ?? ''
  },
  async update(handle, properties, before) {
    const path = `routers/${handle.record.physicalId}`
    await put(handle, `${path}/remove_extraroutes`, routesOf(before))
    await put(handle, `${path}/add_extraroutes`, routesOf(properties))
  },
  async remove(handle, properties) {
    await put(handle, `routers/${handle.record.physicalId}/remove_extraroutes`, routesOf(properties))
  },
})

const GROUP: RestType = {
  name: 'OS::Neutron::SecurityGroup',
  description: 'A security group with its rules.',
  service: 'network',
  path: '/v2.0/security-groups',
  member: 'security_group',
  unsent: ['rules'],
  created: (handle, properties) => addRules(handle, asArray(properties.rules)),
  async changed(handle, properties, _, changed) {
    if (!changed.has('rules')) return
    await removeRules(handle, () => true)
    await addRules(handle, EGRESS)
    await addRules(handle, asArray(properties.rules))
  },
}

const EGRESS: readonly JsonObject[] = [
  {direction: 'egress', ethertype: 'IPv4'},
  {direction: 'egress', ethertype: 'IPv6'},
]

/** Own rules for outgoing traffic replace those that the group starts with. */
async function addRules(handle: Handle, rules: readonly Json[]): Promise<void> {
  const {services, record} = handle
  const isEgress = (rule: Json) => asObject(rule).direction === 'egress'
  if (rules !== EGRESS && rules.some(isEgress)) await removeRules(handle, isEgress)
  for (const given of rules) {
    const {remote_mode: mode, ...rule} = asObject(given)
    const own = Object.entries(rule).filter(([, value]) => (value ?? null) !== null)
    const remote = mode === 'remote_group_id' ? {remote_group_id: rule.remote_group_id ?? record.physicalId} : {}
    const body = withOwnProtocol({...Object.fromEntries(own), ...remote, security_group_id: record.physicalId})
    try {
      await services.send('POST', 'network', '/v2.0/security-group-rules', {security_group_rule: body})
    } catch (error) {
      if (!(error instanceof ServiceFailure && error.status === 409)) throw error
    }
  }
}

async function removeRules({services, record}: Handle, isWanted: (rule: Json) => boolean): Promise<void> {
  const {security_group: group} = services.get('network', `${GROUP.path}/${record.physicalId}`)
  for (const rule of asArray(asObject(group).security_group_rules).filter(isWanted))
    await services.send('DELETE', 'network', `/v2.0/security-group-rules/${asText(asObject(rule).id)}`)
}

/** The types of Neutron that change other resources. */
export const NETWORK_LINK_TYPES: readonly ResourceType[] = [
  RouterInterface,
  FloatingIPAssociation,
  ExtraRoute,
  ExtraRouteSet,
  restType(GROUP),
]
