import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, decodeJson, type JsonObject} from '@osc-cli/core'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'
import type {AlarmApi} from '#sandbox/events'

const GNOCCHI = ['--metric', 'cpu', '--threshold', '0', '--aggregation-method', 'mean']
const RULE =
  '{"or": [{"type": "prometheus", "query": "a", "threshold": 1}, {"type": "prometheus", "query": "b", "threshold": 1}]}'

describe('alarms', () => {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
  })
  after(() => cloud.close())

  const read = async (...line: string[]) => {
    const {status, stdout, stderr} = await cloud.osc(...line, '-f', 'json')
    assert.equal(status, 0, stderr)
    return decodeJson(stdout)
  }
  const show = async (...line: string[]) => asObject(await read(...line))
  const names = async (...line: string[]) =>
    asArray(await read('alarm', 'list', ...line)).map((row) => asObject(row).name)
  const fails = async (status: number, message: RegExp, ...line: string[]) => {
    const result = await cloud.osc(...line)
    assert.match(result.stderr, message)
    assert.equal(result.status, status)
  }

  const types: [string, string[], JsonObject][] = [
    [
      'event',
      ['--event-type', 'compute.*', '--query', 'a=1;b>x'],
      {event_type: 'compute.*', query: 'a = 1 AND\nb > x'},
    ],
    ['threshold', ['-m', 'cpu', '--threshold', '0', '--period', '60'], {meter_name: 'cpu', threshold: 0, period: 60}],
    ['prometheus', ['--query', 'up', '--threshold', '1.5'], {query: 'up', threshold: 1.5}],
    [
      'gnocchi_resources_threshold',
      [...GNOCCHI, '--resource-type', 'instance', '--resource-id', 'r'],
      {metric: 'cpu', threshold: 0, aggregation_method: 'mean', resource_id: 'r', resource_type: 'instance'},
    ],
    ['gnocchi_aggregation_by_metrics_threshold', [...GNOCCHI, '--metrics', 'mem'], {metrics: ['cpu', 'mem']}],
    [
      'gnocchi_aggregation_by_resources_threshold',
      [...GNOCCHI, '--query', '{"=": {"a": 1}}', '--resource-type', 'instance'],
      {metric: 'cpu', query: '{"=": {"a": 1}}'},
    ],
    [
      'loadbalancer_member_health',
      ['--stack-id', 's', '--pool-id', 'p', '--autoscaling-group-id', 'g'],
      {stack_id: 's', pool_id: 'p', autoscaling_group_id: 'g'},
    ],
    ['composite', ['--composite-rule', RULE], {composite_rule: JSON.stringify(JSON.parse(RULE), null, 2)}],
  ]
  for (const [type, options, rule] of types)
    it(`creates and shows type ${type}`, async () => {
      const created = await show('alarm', 'create', '--name', `t-${type}`, '-t', type, ...options)
      assert.deepEqual({...created, ...rule}, created)
      assert.deepEqual(await show('alarm', 'show', `t-${type}`), created)
      assert.deepEqual(await show('alarm', 'show', String(created.alarm_id)), created)
    })

  const required: [string, RegExp][] = [
    ['threshold', /requires --meter-name, --threshold/],
    ['prometheus', /requires --query, --threshold/],
    ['composite', /requires --composite-rule/],
    ['gnocchi_resources_threshold', /--metric, --threshold, --resource-id, --resource-type, --aggregation-method/],
    ['loadbalancer_member_health', /--stack-id, --pool-id, --autoscaling-group-id/],
  ]
  for (const [type, message] of required)
    it(`requires the options of type ${type}`, () => fails(2, message, 'alarm', 'create', '--name', 'x', '-t', type))

  it('requires the options of another type', async () => {
    await fails(2, /type prometheus requires --query, --threshold/, 'alarm', 'update', 't-event', '-t', 'prometheus')
  })

  it('says that a new alarm may be inactive', async () => {
    const {stdout, stderr} = await cloud.osc(
      'alarm',
      'create',
      '--name',
      'new',
      '-t',
      'event',
      '-f',
      'value',
      '-c',
      'name',
    )
    assert.deepEqual([stdout, stderr], ['new\n', 'A new alarm can be inactive for up to a minute.\n'])
    await cloud.osc('alarm', 'delete', 'new')
  })

  it('reads a composite rule from a file', async () => {
    writeFileSync(join(cloud.work, 'rule.json'), RULE)
    const line = ['--name', 'from-file', '-t', 'composite', '--composite-rule', '@rule.json']
    assert.match(String((await show('alarm', 'create', ...line)).composite_rule), /"query": "b"/)
  })

  it('copies the rules of a combination rule in a file into a composite one', async () => {
    const ids = await Promise.all(
      ['t-prometheus', 't-composite'].map(async (name) => (await show('alarm', 'show', name)).alarm_id),
    )
    writeFileSync(join(cloud.work, 'combination.json'), JSON.stringify({operator: 'and', alarm_ids: ids}))
    const line = ['--name', 'combined', '-t', 'composite', '--composite-rule', '@combination.json']
    const {composite_rule: rule} = await show('alarm', 'create', ...line)
    const [first, second] = asArray(asObject(decodeJson(String(rule))).and).map(asObject)
    assert.deepEqual([first?.type, first?.query], ['prometheus', 'up'])
    assert.equal(asArray(second?.or).length, 2)
    const {stderr} = await cloud.osc('alarm', 'update', 'combined', ...line.slice(2))
    assert.match(stderr, /no longer has combination alarms: the rules of the alarms were copied/)
    const event = (await show('alarm', 'show', 't-event')).alarm_id
    const wrong = JSON.stringify({alarm_ids: [event]})
    await fails(2, /or\[0\] has the type 'event', which cannot be combined/, ...update(wrong))
    await fails(2, /operator of the combination is 'xor'/, ...update(JSON.stringify({operator: 'xor', alarm_ids: []})))
    await cloud.osc('alarm', 'delete', 'combined')
  })
  const update = (rule: string) => ['alarm', 'update', 'combined', '--composite-rule', rule]

  for (const [text, read] of [
    ['maybe', false],
    ['off', false],
    [' Yes ', true],
    ['T', true],
  ] as const)
    it(`reads '${text}' as openstack reads truth`, async () => {
      const {repeat_actions, enabled} = await show(
        ...['alarm', 'update', 't-threshold', '--repeat-actions', text, '--enabled', text],
      )
      assert.deepEqual([repeat_actions, enabled], [read, read])
    })

  it('lists with filters and queries', async () => {
    assert.deepEqual(await names('--filter', 'type=prometheus'), ['t-prometheus'])
    assert.deepEqual(await names('--query', 'name=t-event or name=t-threshold', '--sort-column', 'name'), [
      't-event',
      't-threshold',
    ])
    assert.deepEqual(await names('--sort', 'name:asc', '--limit', '1'), ['from-file'])
    await fails(2, /cannot be combined/, 'alarm', 'list', '--query', 'a=b', '--limit', '1')
    await fails(2, /Invalid query/, 'alarm', 'list', '--query', 'a')
  })

  it('merges the rule on update and replaces it with another type', async () => {
    const update = (...options: string[]) => show('alarm', 'update', ...options)
    const merged = await update('t-event', '--query', 'c=2', '--severity', 'low', '--enabled', 'False')
    assert.deepEqual([merged.query, merged.event_type, merged.enabled], ['c = 2', 'compute.*', false])
    const renamed = await update(
      't-event',
      '--name',
      'renamed',
      '--alarm-action',
      'http://a',
      '--alarm-action',
      'http://b',
    )
    assert.deepEqual([renamed.name, renamed.alarm_actions], ['renamed', ['http://a', 'http://b']])
    const other = await update('--name', 'renamed', '-t', 'prometheus', '--query', 'up', '--threshold', '2')
    assert.deepEqual([other.type, other.event_type, other.query], ['prometheus', undefined, 'up'])
  })

  it('sets and shows the state', async () => {
    assert.deepEqual(await show('alarm', 'state', 'set', '--state', 'alarm', 'renamed'), {state: 'alarm'})
    assert.deepEqual(await show('alarm', 'state', 'get', '--name', 'renamed'), {state: 'alarm'})
  })

  it('shows the history', async () => {
    const {alarm_id} = await show('alarm', 'show', 'renamed')
    const rows = asArray(await read('alarm-history', 'show', String(alarm_id))).map(asObject)
    const types = ['state transition', 'rule change', 'rule change', 'rule change', 'creation']
    assert.deepEqual(
      rows.map((row) => row.type),
      types,
    )
    const found = asArray(await read('alarm-history', 'search', '--query', "type='state transition'"))
    assert.deepEqual(
      found.map((row) => asObject(row).alarm_id),
      [alarm_id],
    )
  })

  it('sets the quota', async () => {
    const project = String((await show('token', 'issue')).project_id)
    assert.deepEqual(await show('alarm', 'quota', 'show'), {alarms: -1})
    assert.deepEqual(await show('alarm', 'quota', 'set', '--alarm', '0', project), {alarms: 0})
    await fails(
      1,
      /quota exceeded[\s\S]*Delete alarms that are no longer needed/,
      'alarm',
      'create',
      '--name',
      'x',
      '-t',
      'event',
    )
    assert.deepEqual(await show('alarm', 'quota', 'set', '--alarm', '-1', project), {alarms: -1})
  })

  it('lists capabilities and metrics', async () => {
    assert.deepEqual(Object.keys(await show('alarming', 'capabilities', 'list')), ['api', 'alarm_storage'])
    assert.deepEqual(await read('alarm', 'metrics'), [])
  })

  const wrong: [number, RegExp, string[]][] = [
    [4, /No alarm with a name or ID of 'nope' exists/, ['show', 'nope']],
    [4, /No alarm/, ['show', '00000000-0000-0000-0000-000000000000']],
    [4, /No alarm/, ['delete', '--name', 'nope']],
    [2, /Neither an alarm nor --name/, ['show']],
    [2, /Both an alarm and --name/, ['delete', 'a', '--name', 'b']],
    [2, /KEY=VALUE/, ['update', 'a', '--time-constraint', 'x']],
    [2, /not valid JSON/, ['update', 'a', '--composite-rule', '{']],
    [2, /rule is not a JSON object/, ['update', 'a', '--composite-rule', '[]']],
    [2, /rule has neither a type nor/, ['update', 'a', '--composite-rule', '{}']],
    [2, /"or" of rule is not a list of rules/, ['update', 'a', '--composite-rule', '{"or": {}}']],
    [2, /"or" of rule is an empty list/, ['update', 'a', '--composite-rule', '{"or": []}']],
    [2, /rule has and beside "or"/, ['update', 'a', '--composite-rule', '{"or": [], "and": []}']],
    [
      2,
      /or\[0\]\.and\[0\] has the type 'event'/,
      ['update', 'a', '--composite-rule', '{"or": [{"and": [{"type": "event"}]}]}'],
    ],
    [
      2,
      /or\[0\] of type prometheus does not have query/,
      ['update', 'a', '--composite-rule', '{"or": [{"type": "prometheus", "threshold": 0}]}'],
    ],
    [2, /does not have duration/, ['update', 'a', '--time-constraint', 'name=n;start=* * * * *']],
    [
      2,
      /--query of an alarm of type gnocchi_aggregation_by_resources_threshold is not a JSON object: a=b/,
      [
        'create',
        '--name',
        'x',
        '-t',
        'gnocchi_aggregation_by_resources_threshold',
        ...GNOCCHI,
        '--resource-type',
        'r',
        '--query',
        'a=b',
      ],
    ],
    [2, /expected a number/, ['update', 'a', '--threshold', 'x']],
  ]
  for (const [status, message, line] of wrong)
    it(`ends ${line.join(' ')} with ${status}`, () => fails(status, message, 'alarm', ...line))

  it('finds no single alarm by an ambiguous name', async () => {
    for (const type of ['event', 'event']) await show('alarm', 'create', '--name', 'twin', '-t', type)
    await fails(5, /ambiguous/, 'alarm', 'show', 'twin')
  })

  it('fires event alarms on events of the project that fit', async () => {
    const project = String((await show('token', 'issue')).project_id)
    const api = cloud.sandbox.cloud.service('alarming')?.api as AlarmApi
    const rule = ['-t', 'event', '--event-type', 'compute.*.end', '--query', 'traits.instance_id=string::s1']
    const action = ['--alarm-action', 'trust+zaqar://?queue_name=fired', '--repeat-actions', 'True']
    await show('alarm', 'create', '--name', 'fires', ...rule, ...action)
    const event = {event_type: 'compute.instance.end', traits: {instance_id: 's1', project_id: project}}
    for (const other of [
      {...event, event_type: 'compute.instance.start'},
      {...event, traits: {...event.traits, instance_id: 's2'}},
      {...event, traits: {...event.traits, project_id: 'other'}},
    ])
      api.event(other)
    assert.deepEqual(await show('alarm', 'state', 'get', 'fires'), {state: 'insufficient data'})
    api.event(event)
    api.event(event)
    assert.deepEqual(await show('alarm', 'state', 'get', 'fires'), {state: 'alarm'})
    const posted = asArray(await read('messaging', 'message', 'list', 'fired')).map((row) =>
      asObject(asObject(row).Body),
    )
    assert.deepEqual(
      posted.map(({previous, current, alarm_name}) => [previous, current, alarm_name]),
      [
        ['insufficient data', 'alarm', 'fires'],
        ['alarm', 'alarm', 'fires'],
      ],
    )
    await cloud.osc('alarm', 'delete', 'fires')
  })

  it('deletes by name and by ID', async () => {
    await cloud.osc('alarm', 'delete', '--name', 'renamed')
    const {alarm_id} = await show('alarm', 'show', 'from-file')
    await cloud.osc('alarm', 'delete', String(alarm_id))
    assert.deepEqual(await names('--query', 'name=renamed or name=from-file'), [])
  })
})
