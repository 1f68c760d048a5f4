import {asObject, type JsonObject} from '@osc-cli/core'
import {ALARM, aggregationOf} from '#hot/alarm'
import {clusterOf} from '#hot/cluster'
import {affinityGroup, scaleAspects} from '#hot/etsi-policies'
import {defined, type Resource, resource, type Translation} from '#hot/resource'
import {scale} from '#hot/scaling'
import {hotValue} from '#hot/value'
import type {Policy} from '#model/model'
import {triggersOf} from '#model/triggers'

/** Policies that others are made of. */
const NFV_DATA = [
  'InstantiationLevels',
  'VduInitialDelta',
  'VduInstantiationLevels',
  'VduScalingAspectDeltas',
  'VirtualLinkInstantiationLevels',
]

/** Translates the policies, in their order; scaling moves resources to a nested template, so it comes last. */
export function translatePolicies(translation: Translation): void {
  const {template, notes} = translation
  const is = ({type}: Policy, name: string): boolean => template.types.isA(type, `tosca.policies.${name}`)
  const [scaling, aspects]: [Policy[], Policy[]] = [[], []]
  for (const each of template.policies) {
    const policy = {...each, properties: hotValue(each.properties, {}, translation) as JsonObject}
    // They derive from Placement.
    if (is(policy, 'nfv.AffinityRule')) translation.resources.push(...affinityGroup(policy, 'affinity', translation))
    else if (is(policy, 'nfv.AntiAffinityRule'))
      translation.resources.push(...affinityGroup(policy, 'anti-affinity', translation))
    else if (is(policy, 'Placement')) translation.resources.push(serverGroup(policy, translation))
    else if (is(policy, 'Monitoring')) translation.resources.push(...alarms(policy, translation))
    else if (is(policy, 'Reservation')) translation.resources.push(...leases(policy))
    else if (is(policy, 'nfv.ScalingAspects')) aspects.push(policy)
    else if (NFV_DATA.some((name) => is(policy, `nfv.${name}`))) continue
    else if (is(policy, 'Scaling') || is(policy, 'tacker.Scaling')) scaling.push(policy)
    else notes.push(`Heat has nothing for policy ${policy.name} of type ${policy.type.name}.`)
  }
  for (const policy of aspects) scaleAspects(policy, translation)
  for (const [index, policy] of scaling.entries()) {
    if (is(policy, 'Scaling.Cluster')) clusterOf(policy, translation)
    else if (index === 0) scale(policy, translation)
    else notes.push(`Policy ${policy.name} is left out: all resources are scaled by ${scaling[0]?.name}.`)
  }
}

function serverGroup(policy: Policy, translation: Translation): Resource {
  const {policy: kind = 'affinity', strict = true} = policy.properties
  for (const target of policy.targets) {
    const server = translation.resources.find(({name}) => name === target)
    if (!server) continue
    const hints = asObject(server.properties.scheduler_hints)
    server.properties.scheduler_hints = {...hints, group: {get_resource: policy.name}}
  }
  return resource(policy.name, 'OS::Nova::ServerGroup', {
    name: policy.name,
    policies: [`${strict === false ? 'soft-' : ''}${kind}`],
  })
}

/** An alarm for each trigger. */
const alarms = (policy: Policy, translation: Translation): Resource[] =>
  triggersOf(policy).map(({name, body, condition}) => {
    const {
      constraint,
      granularity,
      threshold,
      resource_type: type = 'instance',
      comparison_operator: operator,
      evaluations,
    } = hotValue(condition, {}, translation) as JsonObject
    return resource(name, ALARM, {
      ...defined({description: constraint, metric: body.metric ?? asObject(body.event_type).metric}),
      ...defined({aggregation_method: aggregationOf(condition), granularity, threshold}),
      ...defined({resource_type: type, comparison_operator: operator, evaluation_periods: evaluations}),
    })
  })

const LEASE_EVENTS = new Map([
  ['start_actions', 'lease.event.start_lease'],
  ['before_end_actions', 'lease.event.before_end_lease'],
  ['end_actions', 'lease.event.end_lease'],
])

/** An alarm for each event of a reservation (Blazar). */
const leases = ({body}: Policy): Resource[] =>
  Object.keys(asObject(body.reservation)).flatMap((name) => {
    const event = LEASE_EVENTS.get(name)
    return event === undefined ? [] : [resource(name, 'OS::Aodh::EventAlarm', {event_type: event})]
  })
