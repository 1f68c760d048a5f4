import {asObject, asText, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import type {Policy, Template} from '#model/model'
import {placeOfKey, placeOfValue} from '#yaml/places'

/** Aggregations of a condition, and what Gnocchi calls them. */
export const AGGREGATIONS: Readonly<Record<string, string>> = {
  mean: 'mean',
  median: 'median',
  summary: 'sum',
  maximum: 'max',
  minimum: 'min',
  last: 'last',
  std: 'std',
  first: 'first',
  count: 'count',
}

/** Types of actions that scale a cluster. */
const SCALING_ACTIONS = ['SCALE_IN', 'SCALE_OUT']

/** A trigger of a policy. */
export interface Trigger {
  name: string
  body: JsonObject
  condition: JsonObject
}

export const triggersOf = ({body}: Policy): Trigger[] =>
  Object.entries(asObject(body.triggers)).map(([name, value]) => ({
    name,
    body: asObject(value),
    condition: asObject(asObject(value).condition),
  }))

/** Checks the conditions of triggers that become alarms, and the actions of those that scale a cluster. */
export function checkTriggers({policies, types}: Template, faults: Faults): void {
  for (const policy of policies) {
    const is = (name: string): boolean => types.isA(policy.type, `tosca.policies.${name}`)
    if (!['Monitoring', 'Scaling', 'tacker.Scaling'].some(is)) continue
    for (const trigger of triggersOf(policy)) {
      checkCondition(trigger, policy, faults)
      if (is('Scaling.Cluster')) checkAction(trigger, policy, faults)
    }
  }
}

function checkCondition({name, condition}: Trigger, {name: policy, body}: Policy, faults: Faults): void {
  if (Object.keys(condition).length === 0)
    faults.add(placeOfKey(body.triggers, name), `policy ${policy}: trigger ${name} has no condition`)
  else if (!Object.hasOwn(AGGREGATIONS, asText(condition.aggregation_method) ?? ''))
    faults.add(
      placeOfValue(condition, 'aggregation_method'),
      `policy ${policy}: aggregation_method is not one of ${Object.keys(AGGREGATIONS).join(', ')}`,
    )
}

function checkAction({name, body: trigger}: Trigger, {name: policy, body}: Policy, faults: Faults): void {
  const {detail} = actionOf(trigger)
  if (SCALING_ACTIONS.includes(asText(detail.type) ?? '')) return
  const place = Object.keys(detail).length > 0 ? placeOfValue(detail, 'type') : placeOfKey(body.triggers, name)
  faults.add(place, `policy ${policy}: trigger ${name} has no action of type SCALE_OUT or SCALE_IN`)
}

/** The first action of a trigger, and what it is. */
export function actionOf(trigger: JsonObject): {action: string; detail: JsonObject} {
  const [[action, detail] = ['', null]] = Object.entries(asObject(trigger.action))
  return {action, detail: asObject(detail)}
}
