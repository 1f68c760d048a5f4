import type {Json, JsonObject} from '@osc-cli/core'
import {ALARM, aggregationOf} from '#hot/alarm'
import {defined, type Resource, resource, type Translation} from '#hot/resource'
import {staticValue} from '#hot/static'
import {nestedTemplate} from '#hot/template'
import {hotValue} from '#hot/value'
import type {Policy} from '#model/model'
import {triggersOf} from '#model/triggers'
import {placeOf, placeOfValue} from '#yaml/places'

const NOT_SCALED = new Set(['OS::Heat::ScalingPolicy', 'OS::Heat::AutoScalingGroup', ALARM, 'OS::Aodh::EventAlarm'])

/** All that the template makes becomes a nested template, which a group scales; alarms and policies stay outside. */
export function scale(policy: Policy, translation: Translation): void {
  const {increment = 1, cooldown, min_instances, max_instances, default_instances} = policy.properties
  const step = Math.abs(Number(staticValue(increment, {}, translation)))
  const group = `${policy.name}_group`
  const file = `${policy.name}_res.yaml`
  if (!/^[\w.-]+$/.test(policy.name)) {
    translation.faults.add(
      placeOf(policy.body),
      `policy ${policy.name}: the name becomes a file name; use letters, digits, _, - and .`,
    )
    return
  }
  if (Number.isNaN(step)) {
    const place = placeOfValue(policy.body.properties, 'increment')
    translation.faults.add(place, `policy ${policy.name}: increment is not a number`)
  }
  const inside = translation.resources.filter(
    ({type, existing}) => type !== undefined && !NOT_SCALED.has(type) && existing === undefined,
  )
  translation.nested.set(file, nestedTemplate(inside, translation.parameters))
  const given = Object.fromEntries(Object.keys(translation.parameters).map((name) => [name, {get_param: name}]))
  translation.scaled = {group, file, inside: new Set(inside)}
  translation.resources = translation.resources.filter((each) => !inside.includes(each))
  translation.resources.push(
    resource(group, 'OS::Heat::AutoScalingGroup', {
      ...defined({min_size: min_instances, max_size: max_instances, desired_capacity: default_instances, cooldown}),
      resource: {type: file, ...(Object.keys(given).length > 0 && {properties: given})},
    }),
    scalingPolicy(`${policy.name}_scale_out`, group, step, cooldown),
    scalingPolicy(`${policy.name}_scale_in`, group, -step, cooldown),
    ...alarmOf(policy, translation),
  )
}

const scalingPolicy = (name: string, group: string, adjustment: number, cooldown: Json | undefined): Resource =>
  resource(name, 'OS::Heat::ScalingPolicy', {
    auto_scaling_group_id: {get_resource: group},
    adjustment_type: 'change_in_capacity',
    scaling_adjustment: adjustment,
    ...defined({cooldown}),
  })

/** The alarm of the first trigger of a policy. */
function alarmOf(policy: Policy, translation: Translation): Resource[] {
  const [trigger] = triggersOf(policy)
  if (trigger === undefined) return []
  const {condition} = trigger
  const {
    granularity,
    evaluations,
    resource_type: type = 'instance',
  } = hotValue(condition, {}, translation) as JsonObject
  return [
    resource(`${policy.name}_alarm`, ALARM, {
      ...defined({description: policy.body.description, metric: 'cpu_util', granularity, threshold: evaluations}),
      ...defined({aggregation_method: aggregationOf(condition), resource_type: type}),
      comparison_operator: 'gt',
    }),
  ]
}
