import assert from 'node:assert/strict'
import {type Completion, complete} from '#completion/candidates'
import {makeTable} from '#completion/make-table'
import type {Table} from '#completion/table'
import {Observed} from '#context/observed'
import {asArray, asObject} from '#json'
import {coreRoot} from '#main'
import {loadIndex} from '#plugins/index-cache'
import {makePlace, removePlace} from '../../support/place.ts'

/** Commands, the place of an argument, and the noun whose names are offered for it. */
const ARGUMENTS: readonly (readonly [command: string, at: number, noun: string | undefined])[] = [
  ['workflow show', 0, 'workflow'],
  ['workflow execution create', 0, 'workflow'],
  ['workflow execution show', 0, 'workflow execution'],
  ['task execution list', 0, 'workflow execution'],
  ['cron trigger create', 0, undefined],
  ['cron trigger create', 1, 'workflow'],
  ['action definition show', 0, 'action definition'],
  ['action execution run', 0, 'action definition'],
  ['messaging queue delete', 0, 'messaging queue'],
  ['messaging queue create', 0, undefined],
  ['messaging message follow', 0, 'messaging queue'],
  ['messaging subscription create', 0, 'messaging queue'],
  ['alarm show', 0, 'alarm'],
  ['alarm update', 0, 'alarm'],
  ['healing show', 0, 'stack'],
  ['floating ip create', 0, 'external network'],
  ['router add gateway', 1, 'external network'],
  ['network show', 0, 'network'],
]

describe('names that completion offers for arguments', () => {
  const place = makePlace()
  const entries = new Map<string, ReturnType<typeof asObject>>()
  before(async () => {
    const root = coreRoot()
    const index = await loadIndex({coreRoot: root, root, dataDir: place.work, cacheDir: place.work})
    for (const line of makeTable(index, []).split('\n').slice(1)) {
      const [key = '', json = '{}'] = line.split('\t')
      entries.set(key, asObject(JSON.parse(json)))
    }
  })
  after(() => removePlace(place))

  for (const [command, at, noun] of ARGUMENTS)
    it(`${command}, argument ${at}: ${noun ?? 'none'}`, () => {
      assert.equal(asObject(asArray(entries.get(command)?.arguments)[at]).noun, noun)
    })
})

describe('columns that completion offers before a command ran', () => {
  const place = makePlace()
  let entries: ReadonlyMap<string, string>
  before(async () => {
    const root = coreRoot()
    const index = await loadIndex({coreRoot: root, root, dataDir: place.work, cacheDir: place.work})
    entries = new Map(
      makeTable(index, [])
        .split('\n')
        .map((line) => line.split('\t') as [string, string]),
    )
  })
  after(() => removePlace(place))

  const columnsFor = (command: string): Completion => {
    const entry = JSON.parse(entries.get(command) ?? '{}')
    const table = {namespaces: [], topics: [], entry: (key: string) => (key === 'x' ? entry : {next: [['x', '']]})}
    return complete(['x', '-c'], '', table as Table, (noun) => [{value: `seen ${noun}`, summary: ''}])
  }
  for (const [command, columns] of [
    ['server list', ['ID', 'Name', 'Status', 'Power State']],
    ['server show', ['OS-EXT-STS:vm_state', 'addresses', 'status']],
    ['image show', ['disk_format', 'status', 'tags']],
    ['flavor list', ['VCPUs', 'RAM']],
    ['network list', ['ID', 'Subnets']],
    ['stack list', ['Stack Name', 'Stack Status']],
  ] as const)
    it(command, () => {
      const offered = columnsFor(command).candidates.map(({value}) => value)
      for (const column of [...columns, `seen columns of ${command}`]) assert.ok(offered.includes(column), column)
      assert.equal(new Set(offered).size, offered.length)
    })
})

describe('names that a command came across', () => {
  const resources = [
    [
      {noun: 'alarm', idKey: 'alarm_id'},
      {alarm_id: '1', name: 'down'},
      {id: '1', name: 'down'},
    ],
    [{noun: 'queue', idKey: 'name', by: 'path'}, {name: 'jobs'}, {id: 'jobs', name: 'jobs'}],
    [{noun: 'workflow'}, {id: '2', name: 'hello'}, {id: '2', name: 'hello'}],
  ] as const
  for (const [resource, record, expected] of resources)
    it(`are kept for ${resource.noun}`, () => {
      const observed = new Observed()
      observed.add({service: 'x', path: '/x', collection: 'x', ...resource}, record)
      assert.deepEqual([...(observed.names.get(resource.noun)?.values() ?? [])], [expected])
    })

  it('are kept apart for external networks', () => {
    const network = {noun: 'network', service: 'network', path: '/networks', collection: 'networks'}
    const observed = new Observed()
    observed.add(network, {id: '1', name: 'private', 'router:external': false})
    observed.add(network, {id: '2', name: 'public', 'router:external': true})
    const kept = (noun: string) => [...(observed.names.get(noun)?.values() ?? [])].map(({name}) => name)
    assert.deepEqual([kept('network'), kept('external network')], [['private', 'public'], ['public']])
    observed.remove(network, 'public')
    assert.deepEqual([kept('network'), kept('external network')], [['private'], []])
  })
})
