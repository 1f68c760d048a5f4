import assert from 'node:assert/strict'
import {UsageError} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {parseConditions} from '#event-query'
import {parseQuery} from '#query'

const [A, B, C, D] = [1, 2, 3, 4].map((value, at) => ({'=': {['abcd'[at] ?? '']: value}}))

describe('parseQuery', () => {
  // The results are those of aodhclient; operands of `and` and `or` keep their order here.
  const valid: [string, unknown][] = [
    ['a=b', {'=': {a: 'b'}}],
    ['a<=1.5e3', {'<=': {a: 1500}}],
    ['a = \t-5', {'=': {a: -5}}],
    ['a=None', {'=': {a: null}}],
    ['a=True', {'=': {a: true}}],
    ["state='insufficient data'", {'=': {state: 'insufficient data'}}],
    ['a="true"', {'=': {a: 'true'}}],
    ["a=''", {'=': {a: ''}}],
    ['a=12345678-1234-1234-1234-123456789abc', {'=': {a: '12345678-1234-1234-1234-123456789abc'}}],
    ["timestamp>'2020-01-01'", {'>': {timestamp: '2020-01-01'}}],
    ['not a=1', {not: A}],
    ['not not a=1', {not: {not: A}}],
    ['not(a=1)', {not: A}],
    ['((a=1))', A],
    ['a=1 and b=2 and c=3', {and: [A, B, C]}],
    ['a=1 or b=2 and c=3', {or: [A, {and: [B, C]}]}],
    ['a=1 and b=2 or c=3 and d=4', {or: [{and: [A, B]}, {and: [C, D]}]}],
    ['(a=1 or b=2) and c=3', {and: [{or: [A, B]}, C]}],
    ['not a=1 and b=2', {and: [{not: A}, B]}],
    ['not (a=1 and b=2)', {not: {and: [A, B]}}],
    ['a=1 and b=2 and (c=3 or d=4)', {and: [A, B, {or: [C, D]}]}],
    // Where aodhclient reads only a part of the query, or sends what Aodh does not know:
    ['a=my-id', {'=': {a: 'my-id'}}],
    ['a=nonesuch', {'=': {a: 'nonesuch'}}],
    ['a=5abc', {'=': {a: '5abc'}}],
    ['a=12345678901234567890123456789012', {'=': {a: '12345678901234567890123456789012'}}],
    ['a==1', A],
    ['a eq 1', A],
    ["a='it\\'s'", {'=': {a: "it's"}}],
  ]
  for (const [query, expected] of valid) it(query, () => assert.deepEqual(parseQuery(query), expected))

  const invalid: [string, RegExp][] = [
    ['', /'': expected the name of an attribute, the query ends/],
    ['a>', /expected a value after '>', the query ends/],
    ['a like b', /expected an operator after 'a', found 'like'/],
    ['a=b c=d', /expected `and`, `or` or the end, found 'c'/],
    ['a=1 AND b=2', /found 'AND'/],
    ['a=1 and b', /expected an operator after 'b', the query ends/],
    ['(a=1', /expected `\)`, the query ends/],
    ['a=1)', /found '\)'/],
    ["a='x", /cannot read ''x'/],
  ]
  for (const [query, message] of invalid)
    it(`refuses ${query}`, () =>
      assert.throws(
        () => parseQuery(query),
        (error) => error instanceof UsageError && message.test(error.message),
      ))
})

describe('parseConditions', () => {
  it('reads fields, operators, types and values', () => {
    assert.deepEqual(parseConditions('traits.x=string::a::b;n>=5;m!=x=y'), [
      {field: 'traits.x', op: 'eq', type: 'string', value: 'a::b'},
      {field: 'n', op: 'ge', type: '', value: '5'},
      {field: 'm', op: 'ne', type: '', value: 'x=y'},
    ])
  })
  for (const wrong of ['a', '=5', 'a=', 'a=complex::1', 'a=1;'])
    it(`refuses ${wrong}`, () => assert.throws(() => parseConditions(wrong), UsageError))
})
