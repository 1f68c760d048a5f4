import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {ALARM, aggregationOf} from '#hot/alarm'
import {defined, type Resource, resource, type Translation} from '#hot/resource'
import {hotValue} from '#hot/value'
import type {Policy} from '#model/model'
import {actionOf, type Trigger, triggersOf} from '#model/triggers'

const OPERATORS = new Map([
  ['greater_than', 'gt'],
  ['greater_equal', 'ge'],
  ['less_than', 'lt'],
  ['less_equal', 'le'],
  ['equal', 'eq'],
  ['not_equal', 'ne'],
])

/** Servers become profiles of Senlin, each with a cluster; triggers become policies, receivers and alarms. */
export function clusterOf(policy: Policy, translation: Translation): void {
  translation.version = '2016-04-08'
  const {targets} = policy
  for (const target of targets) toProfile(target, translation)
  const networks = new Set(['OS::Neutron::Port', 'OS::Neutron::Net', 'OS::Neutron::Subnet'])
  translation.resources = translation.resources.filter(({type}) => type === undefined || !networks.has(type))
  for (const target of targets) translation.resources.push(cluster(target, policy))
  for (const trigger of triggersOf(policy)) translation.resources.push(...resourcesOf(trigger, policy, translation))
}

function toProfile(name: string, {resources}: Translation): void {
  const server = resources.find((each) => each.name === name)
  if (!server) return
  const {user_data_format: _, networks, ...properties} = server.properties
  const ports = asArray(networks).map((each) => asObject(asObject(each).port).get_resource)
  const used = resources.filter((each) => ports.includes(each.name))
  const network = used.map((port): Json => ({network: port.properties.network ?? null}))
  server.type = 'OS::Senlin::Profile'
  server.properties = {
    type: 'os.nova.server-1.0',
    properties: {...properties, ...(network.length > 0 && {networks: network})},
  }
}

function cluster(target: string, {properties}: Policy): Resource {
  const {min_instances, max_instances, default_instances} = properties
  return resource(`${target}_cluster`, 'OS::Senlin::Cluster', {
    profile: {get_resource: target},
    ...defined({min_size: min_instances, max_size: max_instances, desired_capacity: default_instances}),
  })
}

function resourcesOf(trigger: Trigger, policy: Policy, translation: Translation): Resource[] {
  const {name, body} = trigger
  const {action, detail} = actionOf(body)
  const event = `CLUSTER_${asText(detail.type)}`
  // How Senlin is called: `webhook`.
  const [, method = 'webhook'] = (asText(detail.implementation) ?? '').split('.')
  const clusters = policy.targets.map((target): Json => ({get_resource: `${target}_cluster`}))
  const receivers = policy.targets.map((target) =>
    resource(`${target}_${action}_receiver`, 'OS::Senlin::Receiver', {
      cluster: {get_resource: `${target}_cluster`},
      action: event,
      type: method,
    }),
  )
  const adjustment = {type: 'CHANGE_IN_CAPACITY', number: policy.properties.increment ?? 1}
  return [
    resource(`${policy.name}_${name}`, 'OS::Senlin::Policy', {
      type: 'senlin.policy.scaling-1.0',
      bindings: clusters.map((each) => ({cluster: each})),
      properties: {event, adjustment},
    }),
    ...receivers,
    resource(`${name}_alarm`, ALARM, {
      ...alarmProperties(trigger, policy, translation),
      repeat_actions: true,
      alarm_actions: receivers.map((receiver): Json => ({get_attr: [receiver.name, 'channel', 'alarm_url']})),
    }),
  ]
}

function alarmProperties({body, condition}: Trigger, policy: Policy, translation: Translation): JsonObject {
  const translated = hotValue(condition, {}, translation) as JsonObject
  const {constraint, comparison_operator, granularity, evaluations, threshold, resource_type} = translated
  const [, word = '', limit = ''] = (asText(constraint) ?? '').split(/\s+/)
  return defined({
    description: policy.body.description,
    metric: asObject(body.event_type).metric ?? body.metric,
    aggregation_method: aggregationOf(condition),
    granularity,
    evaluation_periods: evaluations,
    threshold: limit === '' ? threshold : Number(limit.replace('%', '')),
    resource_type: resource_type ?? 'instance',
    comparison_operator: OPERATORS.get(word) ?? asText(comparison_operator),
  })
}
