import assert from 'node:assert/strict'
import type {Json, JsonObject} from '@osc-cli/core'
import {createParameters} from '../../../src/sandbox/template/parameters.ts'
import {readTemplate} from '../../../src/sandbox/template/read.ts'

const STACK = {id: 'the-id', name: 'the-name', projectId: 'the-project'}

function parameters(schemas: JsonObject, given: JsonObject = {}, defaults: JsonObject = {}) {
  return createParameters(
    readTemplate({heat_template_version: '2021-04-16', parameters: schemas}),
    given,
    defaults,
    STACK,
  )
}

describe('parameters', () => {
  const values: [type: string, given: Json, value: Json, shown: string][] = [
    ['string', 12, '12', '12'],
    ['string', true, 'True', 'True'],
    ['number', '3', 3, '3'],
    ['number', '0.5', 0.5, '0.5'],
    ['comma_delimited_list', 'a, b', ['a', 'b'], 'a,b'],
    ['comma_delimited_list', '', [], ''],
    ['comma_delimited_list', ['a'], ['a'], 'a'],
    ['json', '{"a": [1]}', {a: [1]}, '{"a":[1]}'],
    ['json', {a: 1}, {a: 1}, '{"a":1}'],
    ['boolean', 'yes', true, 'True'],
    ['boolean', '0', false, 'False'],
  ]
  for (const [type, given, value, shown] of values)
    it(`takes ${JSON.stringify(given)} as ${type}`, () => {
      const all = parameters({p: {type}}, {p: given})
      assert.deepEqual(all.get('p'), value)
      assert.equal(all.shown().p, shown)
    })

  const constraint = (one: JsonObject): JsonObject => ({constraints: [one]})
  const refused: [type: string, given: Json, more: JsonObject, message: string][] = [
    ['number', 'x', {}, "could not convert string to float: 'x'"],
    [
      'boolean',
      'maybe',
      {},
      "Unrecognized value 'maybe', acceptable values are: '0', '1', 'f', 'false', 'n', 'no', 'off', 'on', 't', 'true', 'y', 'yes'",
    ],
    ['string', 'abc', constraint({length: {max: 2}}), 'length (3) is out of range (min: None, max: 2)'],
    ['comma_delimited_list', 'a', constraint({length: {min: 2}}), 'length (1) is out of range (min: 2, max: None)'],
    ['number', 9, constraint({range: {min: 1, max: 5}}), '9 is out of range (min: 1, max: 5)'],
    ['number', 3, constraint({modulo: {step: 2, offset: 0}}), '3 is not a multiple of 2 with an offset of 0'],
    ['string', 'z', constraint({allowed_values: ['a', 'b']}), '"z" is not an allowed value ["a", "b"]'],
    ['string', 'ab1', constraint({allowed_pattern: '[a-z]+'}), '"ab1" does not match pattern "[a-z]+"'],
    ['string', 'a', constraint({length: {min: 2}, description: 'longer, please'}), 'longer, please'],
  ]
  for (const [type, given, more, reason] of refused)
    it(`refuses ${JSON.stringify(given)} as ${type}: ${reason}`, () => {
      const all = parameters({p: {type, ...more}}, {p: given})
      assert.throws(() => all.validate(), {message: `Parameter 'p' is invalid: ${reason}`, status: 400})
    })

  it('accepts names of resources of other services', () => {
    parameters({p: {type: 'string', constraints: [{custom_constraint: 'nova.flavor'}]}}, {p: 'any'}).validate()
  })

  it('prefers given values to defaults of the environment, and those to defaults of the template', () => {
    const schemas = {
      a: {type: 'string', default: 't'},
      b: {type: 'string', default: 't'},
      c: {type: 'string', default: 't'},
    }
    const all = parameters(schemas, {a: 'g'}, {a: 'd', b: 'd'})
    assert.deepEqual(
      ['a', 'b', 'c'].map((name) => all.get(name)),
      ['g', 'd', 't'],
    )
  })

  it('knows the stack', () => {
    const all = parameters({})
    assert.deepEqual(
      ['OS::stack_id', 'OS::stack_name', 'OS::project_id'].map((name) => all.get(name)),
      ['the-id', 'the-name', 'the-project'],
    )
  })

  it('masks hidden parameters', () => {
    assert.equal(parameters({p: {type: 'string', hidden: true}}, {p: 'secret'}).shown().p, '******')
  })

  it('rejects missing and unknown parameters', () => {
    assert.throws(() => parameters({p: {type: 'string'}}).validate(), /The Parameter \(p\) was not provided/)
    assert.throws(() => parameters({}, {q: '1'}).validate(), /The Parameter \(q\) was not defined in template/)
  })
})
