import {asText, type JsonObject} from '@osc-cli/core'
import {AGGREGATIONS} from '#model/triggers'

export const ALARM = 'OS::Aodh::GnocchiAggregationByResourcesAlarm'

/** The aggregation method of a condition, as Gnocchi calls it. */
export const aggregationOf = (condition: JsonObject): string | undefined =>
  AGGREGATIONS[asText(condition.aggregation_method) ?? '']
