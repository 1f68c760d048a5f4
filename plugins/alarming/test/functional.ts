import type {JsonObject} from '@osc-cli/core'

/**
 * What a line must lead to: facts of the record that it prints, or of one of the rows; `absent` when no row is the alarm;
 * `nothing` printed; or the exit status and what stderr names.
 */
export type Expected = JsonObject | 'absent' | 'nothing' | readonly [status: number, fact: RegExp]

/** A scenario of aodhclient's functional tests, step by step. NAME is part of all names; ID is the alarm created last. */
export interface Scenario {
  steps: readonly (readonly [line: string, expected: Expected])[]
  /** What a cloud without an optional service or type says to the first step. */
  unsupported?: RegExp
}

const LIST = 'alarm list --filter all_projects=true'
const part = (metric: string, threshold: number) => ({
  metric,
  threshold,
  resource_type: 'generic',
  resource_id: 'r',
  aggregation_method: 'mean',
})
const PARTS = [part('cpu_util', 0.8), part('memory', 1000.5)]
const TYPE = 'gnocchi_resources_threshold'
const COMPOSITE = JSON.stringify({or: PARTS.map((rule) => ({type: TYPE, ...rule}))})
/** What Aodh fills in. */
const FILLED = {granularity: 60, comparison_operator: 'eq', evaluation_periods: 1}
const STORED = JSON.stringify({or: PARTS.map((rule) => ({...rule, ...FILLED, type: TYPE}))}, null, 2)
const GNOCCHI = /gnocchi|metric/i

/** The end of every scenario. */
const deleted: Scenario['steps'] = [
  ['alarm delete ID', 'nothing'],
  ['alarm show ID', [4, /ID/]],
  ['alarm delete ID', [4, /ID/]],
  ['alarm list', 'absent'],
]

/** Showing, listing and finding an alarm. */
const found = (name: string, facts: JsonObject): Scenario['steps'] => [
  ['alarm show ID', {alarm_id: 'ID', name, ...facts}],
  [`alarm show --name ${name}`, {alarm_id: 'ID', name, ...facts}],
  [`alarm show ID --name ${name}`, [2, /--name/]],
  [LIST, {alarm_id: 'ID', name}],
  ['alarm list --query project_id=PROJECT', {alarm_id: 'ID', name}],
]

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'names and IDs': {
    steps: [
      ['alarm create --type event --name NAME-a', {name: 'NAME-a', type: 'event', event_type: '*'}],
      ['alarm show NAME-a', {alarm_id: 'ID'}],
      ['alarm show ID', {alarm_id: 'ID'}],
      ['alarm update --state ok NAME-a', {state: 'ok'}],
      ['alarm update --state alarm ID', {state: 'alarm'}],
      ['alarm update --name NAME-b NAME-a', {name: 'NAME-b'}],
      ['alarm update --name NAME-a ID', {name: 'NAME-a'}],
      ['alarm update --name NAME-a NAME-a', {name: 'NAME-a'}],
      ['alarm update --state ok', [2, /--name/]],
      ['alarm delete NAME-a', 'nothing'],
      ['alarm show NAME-a', [4, /NAME-a/]],
      ['alarm create --type event --name NAME-a', {name: 'NAME-a'}],
      ...deleted,
    ],
  },
  'event alarms': {
    steps: [
      ['alarm create --type event --name NAME-e --project-id PROJECT', {name: 'NAME-e', event_type: '*'}],
      ['alarm update ID --severity critical --threshold 10', {alarm_id: 'ID', severity: 'critical'}],
      ['alarm update ID --event-type dummy', {alarm_id: 'ID', event_type: 'dummy'}],
      ...found('NAME-e', {project_id: 'PROJECT', event_type: 'dummy'}),
      ...deleted,
    ],
  },
  queries: {
    steps: [
      [
        'alarm create --type event --name NAME-q --query traits.project_id=789;traits.resource_id=012',
        {query: 'traits.project_id = 789 AND\ntraits.resource_id = 012'},
      ],
      ['alarm show ID', {query: 'traits.project_id = 789 AND\ntraits.resource_id = 012'}],
      ...deleted,
      ['alarm create --type event --name NAME-q --query traits.project_id=789', {query: 'traits.project_id = 789'}],
      ...deleted,
      ['alarm create --type event --name NAME-q', {query: ''}],
      ...deleted,
    ],
  },
  states: {
    steps: [
      ['alarm create --type event --name NAME-s', {state: 'insufficient data'}],
      ['alarm state get ID', {state: 'insufficient data'}],
      ['alarm state set --state ok ID', {state: 'ok'}],
      ['alarm state get ID', {state: 'ok'}],
      ['alarm state set --state wrong ID', [2, /wrong/]],
      ...deleted,
    ],
  },
  history: {
    steps: [
      ['alarm create --type event --name NAME-h', {name: 'NAME-h'}],
      ['alarm-history show ID', {type: 'creation'}],
      ['alarm-history show ID --limit 1', {type: 'creation'}],
      ['alarm update ID --severity critical', {severity: 'critical'}],
      ['alarm-history show ID --sort type:desc --sort timestamp:asc', {type: 'rule change'}],
      ['alarm-history search', {alarm_id: 'ID', type: 'creation'}],
      ['alarm-history search --query alarm_id=ID', {alarm_id: 'ID', type: 'rule change'}],
      ...deleted,
    ],
  },
  'composite alarms': {
    unsupported: GNOCCHI,
    steps: [
      [
        `alarm create --type composite --name NAME-c --project-id PROJECT --composite-rule ${COMPOSITE}`,
        {name: 'NAME-c', type: 'composite', composite_rule: STORED},
      ],
      ['alarm create --type composite --name NAME-x', [2, /--composite-rule/]],
      ['alarm update ID --severity critical', {severity: 'critical'}],
      ...found('NAME-c', {type: 'composite'}),
      ['alarm update ID --type event', {type: 'event', event_type: '*'}],
      [`alarm update ID --type composite --composite-rule ${COMPOSITE}`, {type: 'composite'}],
      ...deleted,
    ],
  },
  'alarms on a resource': {
    unsupported: GNOCCHI,
    steps: [
      [
        'alarm create --type gnocchi_resources_threshold --name NAME-r --metric cpu_util --threshold 80 --resource-id r ' +
          '--resource-type generic --aggregation-method last --project-id PROJECT ' +
          '--time-constraint name=c;start=0\u00a011\u00a0*\u00a0*\u00a0*;duration=300',
        {metric: 'cpu_util', threshold: 80, aggregation_method: 'last', resource_id: 'r', resource_type: 'generic'},
      ],
      [
        'alarm create --type gnocchi_resources_threshold --name NAME-x --metric cpu_util --resource-id r ' +
          '--resource-type generic --aggregation-method last',
        [2, /--threshold/],
      ],
      ['alarm update ID --severity critical --threshold 90', {severity: 'critical', threshold: 90}],
      ...found('NAME-r', {metric: 'cpu_util', threshold: 90, severity: 'critical'}),
      [
        'alarm update ID --type gnocchi_aggregation_by_resources_threshold --metric cpu --threshold 90 ' +
          '--query {"=":{"creator":"c"}} --resource-type generic --aggregation-method mean',
        {type: 'gnocchi_aggregation_by_resources_threshold', metric: 'cpu', query: '{"=":{"creator":"c"}}'},
      ],
      [
        'alarm update ID --type gnocchi_aggregation_by_metrics_threshold --metrics cpu --metrics cpu_util --threshold 80 ' +
          '--aggregation-method last',
        {type: 'gnocchi_aggregation_by_metrics_threshold', metrics: ['cpu', 'cpu_util'], threshold: 80},
      ],
      ...deleted,
    ],
  },
  'Prometheus alarms': {
    unsupported: /type|prometheus/i,
    steps: [
      [
        'alarm create --type prometheus --name NAME-p --threshold 80 --query image_size --project-id PROJECT',
        {query: 'image_size', threshold: 80},
      ],
      ['alarm create --type prometheus --name NAME-x --query image_size', [2, /--threshold/]],
      ['alarm update ID --severity critical --threshold 90', {severity: 'critical', threshold: 90}],
      ...found('NAME-p', {query: 'image_size', threshold: 90, severity: 'critical'}),
      [`${LIST} --filter type=prometheus --sort name:asc --marker ID --limit 2`, 'absent'],
      ...deleted,
    ],
  },
  capabilities: {steps: [['alarming capabilities list', {}]]},
  metrics: {unsupported: /404|not/i, steps: [['alarm metrics', 'absent']]},
}
