import {asArray, asObject, type Json, type JsonObject} from '@osc-cli/core'
import {type Resource, resource, type Translation} from '#hot/resource'
import {staticValue} from '#hot/static'
import {nestedTemplate} from '#hot/template'
import type {Policy} from '#model/model'
import {placeOf} from '#yaml/places'

/** Virtual machines on one host, or each on another one. Other scopes and targets have nothing in Nova. */
export function affinityGroup(policy: Policy, rule: string, translation: Translation): Resource[] {
  const servers = translation.resources.filter(
    ({name, type}) => policy.targets.includes(name) && type === 'OS::Nova::Server',
  )
  if (policy.properties.scope !== 'nfvi_node' || servers.length === 0) {
    translation.notes.push(`Policy ${policy.name} is left out: it is not for virtual machines in the scope nfvi_node.`)
    return []
  }
  const name = `${policy.name}_group`
  for (const server of servers)
    server.properties.scheduler_hints = {...asObject(server.properties.scheduler_hints), group: {get_resource: name}}
  return [resource(name, 'OS::Nova::ServerGroup', {name, policies: [rule]})]
}

/** Each aspect becomes a group of its virtual machine, ports and volumes, in a nested template. */
export function scaleAspects(policy: Policy, translation: Translation): void {
  for (const [name, value] of Object.entries(asObject(policy.properties.aspects))) {
    if (/^[\w.-]+$/.test(name)) scaleAspect(name, asObject(value), translation)
    else
      translation.faults.add(
        placeOf(policy.body),
        `aspect ${name}: the name becomes a file name; use letters, digits, _, - and .`,
      )
  }
}

function scaleAspect(aspect: string, body: JsonObject, translation: Translation): void {
  const {policies, types} = translation.template
  const ofType = (name: string): Policy[] => policies.filter(({type}) => types.isA(type, `tosca.policies.nfv.${name}`))
  const deltas = ofType('VduScalingAspectDeltas').find(({properties}) => properties.aspect === aspect)
  const servers = translation.template.nodes.filter(({name}) => deltas?.targets.includes(name))
  const [first] = asArray(body.step_deltas).map(String)
  const delta = asObject(asObject(deltas?.properties.deltas)[first ?? ''])
  const step = servers.length > 0 ? staticValue(delta.number_of_instances, {}, translation) : undefined
  const nested = new Map<string, Resource>()
  const parameters: JsonObject = {}
  const given: JsonObject = {}
  for (const server of servers) {
    const inside = insideOf(server.name, translation)
    for (const each of inside) nested.set(each.name, each)
    for (const each of inside) replaceReferences(each, inside, parameters, given)
    const initial = ofType('VduInitialDelta').find(({targets}) => targets.includes(server.name))
    const least = staticValue(asObject(initial?.properties.initial_delta).number_of_instances, {}, translation)
    const isKnown = least !== undefined && step !== undefined
    translation.resources.push(
      resource(aspect, 'OS::Heat::AutoScalingGroup', {
        ...(isKnown && {min_size: least, max_size: Number(least) + Number(body.max_scale_level) * Number(step)}),
        desired_capacity: 'DESIRED_CAPACITY',
        resource: {type: `${aspect}.hot.yaml`, properties: given},
      }),
    )
    translation.notes.push(`Replace DESIRED_CAPACITY of ${aspect}.`)
  }
  translation.resources = translation.resources.filter((each) => nested.get(each.name) !== each)
  translation.nested.set(`${aspect}.hot.yaml`, nestedTemplate([...nested.values()], parameters))
  for (const [suffix, sign] of [
    ['out', 1],
    ['in', -1],
  ] as const)
    translation.resources.push(
      resource(`${aspect}_scale_${suffix}`, 'OS::Heat::ScalingPolicy', {
        ...(step !== undefined && {scaling_adjustment: sign * Number(step)}),
        auto_scaling_group_id: {get_resource: aspect},
        adjustment_type: 'change_in_capacity',
      }),
    )
}

/** A virtual machine, its ports and its volumes. */
function insideOf(name: string, {resources}: Translation): Resource[] {
  const server = resources.find((each) => each.name === name)
  if (!server) return []
  const {networks, block_device_mapping_v2: volumes} = server.properties
  const used = [
    ...asArray(networks).map((each) => asObject(asObject(each).port).get_resource),
    ...asArray(volumes).map((each) => asObject(asObject(each).volume_id).get_resource),
  ]
  return [server, ...resources.filter((each) => used.includes(each.name))]
}

/** Flavors and networks stay outside, and are given to the nested template as parameters. */
function replaceReferences(
  {properties}: Resource,
  inside: readonly Resource[],
  parameters: JsonObject,
  given: JsonObject,
): void {
  for (const key of ['flavor', 'network']) {
    const name = asObject(properties[key]).get_resource
    if (typeof name !== 'string' || inside.some((each) => each.name === name)) continue
    const parameter = `${name.toLowerCase()}_id`
    properties[key] = {get_param: parameter} satisfies Json
    parameters[parameter] = {type: 'string'}
    given[parameter] = {get_resource: name}
  }
}
