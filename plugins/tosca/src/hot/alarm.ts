import {asText, type JsonObject} from '@osc-cli/core'
import type {Translation} from '#hot/resource'
import type {Policy} from '#model/model'
import {placeOfValue} from '#yaml/places'

/** TOSCA's names of aggregations to Gnocchi's. */
const AGGREGATIONS: Readonly<Record<string, string>> = {
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

export const ALARM = 'OS::Aodh::GnocchiAggregationByResourcesAlarm'

/** The aggregation method of a trigger's condition. */
export function aggregationOf(policy: Policy, condition: JsonObject, {faults}: Translation): string | undefined {
  const method = asText(condition.aggregation_method) ?? ''
  if (!Object.hasOwn(AGGREGATIONS, method)) {
    const message = `policy ${policy.name}: aggregation_method is not one of ${Object.keys(AGGREGATIONS).join(', ')}`
    faults.add(placeOfValue(condition, 'aggregation_method'), message)
  }
  return AGGREGATIONS[method]
}
