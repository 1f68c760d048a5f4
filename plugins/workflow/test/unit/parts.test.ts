import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {deepestFailure} from '#deepest-failure'
import {duration} from '#duration'
import {firstTime} from '#first-time'
import {executionRows, listQuery} from '#mistral-list'
import {storedText} from '#result'
import {inOrder} from '#task-order'
import {parseYaml} from '#yaml'

describe('duration', () => {
  const now = Date.parse('2026-01-02T00:00:10Z')
  for (const [from, to, expected] of [
    ['2026-01-01 00:00:00', '2026-01-01 01:02:03', '1:02:03'],
    ['2026-01-01 00:00:00', '2026-01-02 00:00:01', '1 day, 0:00:01'],
    ['2026-01-01 00:00:00', '2026-01-04 00:00:01', '3 days, 0:00:01'],
    ['2026-01-02 00:00:09', null, '...'],
    ['2026-01-02 00:00:00', '', '0:00:10...'],
    [null, null, ''],
  ] as const)
    it(`${from} to ${to}`, () => assert.equal(duration(from, to, now), expected))
})

describe('lists', () => {
  it('ask for what the options say', () => {
    assert.deepEqual(listQuery({limit: '0', filter: ['a=b', 'c=']}, ['id', 'name']), {
      marker: undefined,
      limit: undefined,
      sort_keys: 'created_at',
      sort_dirs: 'asc',
      fields: 'id,name',
      a: 'b',
      c: '',
    })
    assert.deepEqual(listQuery({limit: '5', marker: 'x', sort_keys: '', sort_dirs: 'desc'}), {
      marker: 'x',
      limit: 5,
      sort_keys: undefined,
      sort_dirs: 'desc',
      fields: undefined,
    })
  })

  for (const [flags, sort, limit] of [
    [{}, 'desc', '100'],
    [{limit: ''}, 'desc', ''],
    [{oldest: true}, 'asc', '100'],
    [{sort_keys: 'name'}, 'asc', '100'],
    [{marker: 'x'}, 'asc', '100'],
  ] as const)
    it(`of executions with ${JSON.stringify(flags)}`, async () => {
      const requested: unknown[] = []
      const rows = await executionRows(flags, async function* (page) {
        requested.push([page.sort_dirs, page.limit])
        yield* [{id: 1}, {id: 2}]
      })
      assert.deepEqual(requested, [[sort, limit]])
      assert.deepEqual(
        rows.map(({id}) => id),
        sort === 'desc' ? [2, 1] : [1, 2],
      )
    })
})

describe('firstTime', () => {
  it('is in UTC', () => {
    assert.equal(firstTime('2031-01-31 12:00', true), '2031-01-31 12:00')
    const local = new Date(2031, 0, 31, 12, 0).toISOString().slice(0, 16).replace('T', ' ')
    assert.equal(firstTime('2031-01-31 12:00', false), local)
    assert.equal(firstTime(undefined, false), undefined)
  })
})

describe('deepestFailure', () => {
  const failed = {state: 'ERROR'}
  it('is the task at the bottom, with the reason of its action', () => {
    const inner = {
      name: 'fails',
      ...failed,
      action_executions: [{...failed, state_info: 'no\nTraceback (most recent call last)\n x'}],
    }
    const outer = {name: 'inner', ...failed, workflow_executions: [{task_executions: [inner]}]}
    const flat = {name: 'flat', ...failed, state_info: 'flat'}
    const report = {task_executions: [{name: 'good', state: 'SUCCESS'}, flat, outer]}
    assert.deepEqual(deepestFailure(report), {path: ['inner', 'fails'], reason: 'no'})
  })
  it('is missing where no task failed', () => assert.equal(deepestFailure({task_executions: []}), undefined))
})

describe('inOrder', () => {
  const task = (id: string, ...by: string[]) => ({
    id,
    runtime_context: JSON.stringify({triggered_by: by.map((task_id) => ({task_id, event: 'on-success'}))}),
  })
  for (const [title, tasks, expected] of [
    ['keeps tasks that start on their own', [task('b'), task('a')], 'b a'],
    ['puts a task after all that triggered it', [task('c', 'a', 'b'), task('a'), task('b', 'a')], 'a b c'],
    ['ignores triggers that are not listed', [task('b', 'gone'), task('a')], 'b a'],
    ['ends where tasks trigger each other', [task('a', 'b'), task('b', 'a')], 'b a'],
    ['takes tasks without a context', [{id: 'a'}, {id: 'b', runtime_context: null}], 'a b'],
  ] as const)
    it(title, () =>
      assert.equal(
        inOrder(tasks)
          .map(({id}) => id)
          .join(' '),
        expected,
      ),
    )
})

describe('values', () => {
  for (const [stored, printed] of [
    ['{"a": "ü"}', '{\n    "a": "\\u00fc"\n}\n'],
    ['null', 'null\n'],
    ['plain text', 'plain text'],
    [null, ''],
    ['', ''],
    ['1.0', '1.0\n'],
  ] as const)
    it(`${stored} prints as ${JSON.stringify(printed)}`, () => assert.equal(storedText(stored), printed))

  it('reads YAML as Python does', () => {
    assert.deepEqual(
      JSON.stringify(parseYaml('{a: yes, b: 1.0, n: 2, d: 2020-01-01}')),
      '{"a":true,"b":1.0,"n":2,"d":"2020-01-01"}',
    )
    assert.equal(parseYaml('{'), undefined)
  })
})
