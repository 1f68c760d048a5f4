import assert from 'node:assert/strict'
import type {Json, JsonObject} from '@osc-cli/core'
import {type Heat, startHeat, template} from './support/on-heat.ts'

const group = (count: number): JsonObject =>
  template({
    g: {type: 'OS::Heat::ResourceGroup', properties: {count, resource_def: {type: 'OS::Heat::RandomString'}}},
  })
const value = (inner: Json): JsonObject => template({v: {type: 'OS::Heat::Value', properties: {value: inner}}})
const list = (count: number): Json[] => Array.from({length: count}, (_, at) => String(at))
const repeat = (lists: number, items: number): Json => ({
  repeat: {
    template: '0',
    for_each: Object.fromEntries(list(lists).map((name) => [`%${name}%`, list(items)])),
  },
})
/** A text that is twice as long with each level. */
const doubled = (levels: number): Json =>
  list(levels).reduce<Json>((text) => ({str_replace: {template: '%%', params: {'%': text}}}), 'x'.repeat(16))
/** Repetitions inside of repetitions, each of which is allowed. */
const nestedRepeat = (levels: number): Json =>
  list(levels).reduce<Json>((inner) => ({repeat: {template: inner, for_each: {'%none%': list(100)}}}), 'x')

describe('limits of one template', function () {
  this.timeout(30_000)
  let heat: Heat
  before(async () => {
    heat = await startHeat()
  })
  after(() => heat.stop())
  afterEach('others are still answered', async () => assert.equal((await heat.ask('GET /stacks')).status, 200))

  const refused: [what: string, body: JsonObject, message: RegExp][] = [
    [
      'more than 1000 resources',
      {template: template(Object.fromEntries(list(1001).map((name) => [`r${name}`, {type: 'OS::Heat::None'}])))},
      /^Request limit exceeded: Maximum resources per stack exceeded\.$/,
    ],
    [
      'a file that names itself',
      {
        template: template({own: {type: 'own.yaml'}}),
        files: {'own.yaml': JSON.stringify(template({own: {type: 'own.yaml'}}))},
      },
      /Request limit exceeded: Recursion depth exceeds 5\.$/,
    ],
    [
      'a pattern that takes for ever',
      {
        template: template({}, {parameters: {p: {type: 'string', constraints: [{allowed_pattern: '(a+)+'}]}}}),
        parameters: {p: `${'a'.repeat(40)}b`},
      },
      /The pattern .* takes too long\.$/,
    ],
    ['60 by 60 by 60 by 60 repetitions', {template: value(repeat(4, 60))}, /more than 100000 combinations/],
    ['repetitions of repetitions', {template: value(nestedRepeat(6))}, /more than 1000000 steps/],
    ['a text that doubles 30 times', {template: value(doubled(30))}, /larger than 4194304 characters/],
  ]
  for (const [what, body, message] of refused)
    it(`refuses ${what}`, async () => {
      const {status, body: answer} = await heat.ask('POST /stacks', {stack_name: 'greedy', ...body})
      assert.equal(status, 400, JSON.stringify(answer))
      assert.match(String((answer.error as JsonObject).message), message)
    })

  for (const count of [1001, 1e9])
    it(`fails a group of ${count}`, async () => {
      const path = await heat.create(`group-${count}`, group(count))
      const {stack_status, stack_status_reason} = await heat.settled(path)
      assert.equal(stack_status, 'CREATE_FAILED')
      assert.match(String(stack_status_reason), /Request limit exceeded: Maximum resources per stack exceeded\.$/)
    })

  it('counts the resources of all stacks of a tree', async () => {
    const inner = {'half.yaml': JSON.stringify(group(600))}
    const path = await heat.create('tree', template({a: {type: 'half.yaml'}, b: {type: 'half.yaml'}}), {files: inner})
    const {stack_status, stack_status_reason} = await heat.settled(path)
    assert.equal(stack_status, 'CREATE_FAILED')
    assert.match(String(stack_status_reason), /Maximum resources per stack exceeded\.$/)
  })
})
