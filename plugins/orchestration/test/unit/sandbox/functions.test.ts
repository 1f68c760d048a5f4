import assert from 'node:assert/strict'
import type {Json} from '@osc-cli/core'
import {checkFunctions} from '../../../src/sandbox/template/check.ts'
import {callOf, referencesIn, resolve} from '../../../src/sandbox/template/functions.ts'
import {readTemplate} from '../../../src/sandbox/template/read.ts'
import type {Scope} from '../../../src/sandbox/template/scope.ts'

const PARAMETERS: Record<string, Json> = {
  text: 'hello',
  list: ['a', 'b'],
  map: {inner: {deep: [1, 2]}},
  none: null,
}

function scopeOf(raw: Record<string, Json>): Scope {
  return {
    template: readTemplate(raw),
    parameter: (name) => PARAMETERS[name] ?? null,
    hasParameter: (name) => name in PARAMETERS,
    reference: (name) => `id of ${name}`,
    attribute: (resource, name, path) => [resource, name, ...path].join('.'),
    file: (path) => `content of ${path}`,
    condition: (name) => name === 'yes',
    facade: (part) => `facade ${part}`,
  }
}

const hot = scopeOf({heat_template_version: 'wallaby'})
const cfn = scopeOf({AWSTemplateFormatVersion: '2010-09-09', Mappings: {sizes: {big: {cpu: 8}}}})

describe('template functions', () => {
  const values: [name: string, call: Json, value: Json, scope?: Scope][] = [
    ['a parameter', {get_param: 'text'}, 'hello'],
    ['a part of one', {get_param: ['map', 'inner', 'deep', 1]}, 2],
    ['a part that is not there', {get_param: ['map', 'outer', 'deep']}, ''],
    ['a resource', {get_resource: 'a'}, 'id of a'],
    ['an attribute with a path', {get_attr: ['a', 'output', 'x', 0]}, 'a.output.x.0'],
    ['a file', {get_file: 'x.sh'}, 'content of x.sh'],
    ['a facade', {resource_facade: 'metadata'}, 'facade metadata'],
    ['lists joined', {list_join: [', ', ['a', null, 1], [true]]}, 'a, , 1, True'],
    ['maps inside joined lists', {list_join: [' ', [{a: 1}, 'b']]}, '{"a": 1} b'],
    ['the longest key first', {str_replace: {template: 'aab', params: {a: '1', aa: '2'}}}, '2b'],
    ['no replacing of what was put in', {str_replace: {template: 'a b', params: {a: 'b', b: 'a'}}}, 'b a'],
    ['signs of patterns in keys', {str_replace: {template: '$x.(y)', params: {'$x.': '', '(y)': 'z'}}}, 'z'],
    ['a null as nothing', {str_replace: {template: '[a]', params: {a: null}}}, '[]'],
    ['a text split', {str_split: [',', 'a,b']}, ['a', 'b']],
    ['one part of it', {str_split: [',', 'a,b', 1]}, 'b'],
    ['a digest', {digest: ['md5', 'a']}, '0cc175b9c0f1b6a831c399e269772661'],
    [
      'a URL',
      {make_url: {scheme: 'http', host: '::1', port: 80, path: 'a b', query: {q: 'x y'}, username: 'u', password: 'p'}},
      'http://u:p@[::1]:80/a b?q=x+y',
    ],
    [
      'a template repeated',
      {repeat: {template: {'%k%': 'x-%k%'}, for_each: {'%k%': ['a', 'b']}}},
      [{a: 'x-a'}, {b: 'x-b'}],
    ],
    [
      'every pair of two lists',
      {repeat: {template: '%a%%b%', for_each: {'%a%': ['1', '2'], '%b%': ['x', 'y']}}},
      ['1x', '1y', '2x', '2y'],
    ],
    [
      'pairs side by side',
      {repeat: {template: '%a%%b%', for_each: {'%a%': ['1', '2'], '%b%': ['x', 'y']}, permutations: false}},
      ['1x', '2y'],
    ],
    ['values, not texts, repeated', {repeat: {template: '%a%', for_each: {'%a%': [1, {b: 2}]}}}, [1, {b: 2}]],
    ['maps merged', {map_merge: [{a: 1, b: 1}, null, {b: 2}]}, {a: 1, b: 2}],
    [
      'a map replaced',
      {
        map_replace: [
          {a: 'x', b: 'y'},
          {keys: {a: 'A'}, values: {y: 'Y'}},
        ],
      },
      {A: 'x', b: 'Y'},
    ],
    [
      'a list filtered',
      {
        filter: [
          ['a', null],
          ['a', 'b', null, 'a'],
        ],
      },
      ['b'],
    ],
    ['lists concatenated', {list_concat: [['a'], null, ['a']]}, ['a', 'a']],
    [
      'without repetitions',
      {
        list_concat_unique: [
          ['a', {x: 1}],
          ['a', {x: 1}, 'b'],
        ],
      },
      ['a', {x: 1}, 'b'],
    ],
    ['a list that contains', {contains: ['a', {get_param: 'list'}]}, true],
    ['a text that does not', {contains: ['z', 'abc']}, false],
    ['a branch by name', {if: ['yes', {get_param: 'text'}, {get_param: 'none'}]}, 'hello'],
    ['a branch by expression', {if: [{not: 'yes'}, 1, 2]}, 2],
    ['no value without else', {if: ['no', 1]}, null],
    ['and, or, equals', {and: [{or: ['no', 'yes']}, {equals: [{get_param: 'text'}, 'hello']}]}, true],
    ['two keys as a map', {get_param: 'text', other: 1}, {get_param: 'text', other: 1}],
    ['functions of the other dialect as maps', {'Fn::Join': ['', ['a']]}, {'Fn::Join': ['', ['a']]}],
    ['Ref to a parameter', {Ref: 'text'}, 'hello', cfn],
    ['Ref to a resource', {Ref: 'server'}, 'id of server', cfn],
    ['Fn::GetAtt', {'Fn::GetAtt': ['a', 'b']}, 'a.b', cfn],
    ['Fn::FindInMap', {'Fn::FindInMap': ['sizes', 'big', 'cpu']}, 8, cfn],
    ['Fn::Select', {'Fn::Select': ['1', ['a', 'b']]}, 'b', cfn],
    ['Fn::Select of a key', {'Fn::Select': ['k', {k: 'v'}]}, 'v', cfn],
    ['Fn::Join', {'Fn::Join': ['-', ['a', {Ref: 'text'}]]}, 'a-hello', cfn],
    ['Fn::Split', {'Fn::Split': ['-', 'a-b']}, ['a', 'b'], cfn],
    ['Fn::Replace', {'Fn::Replace': [{a: 'b'}, 'aXa']}, 'bXb', cfn],
    ['Fn::Base64', {'Fn::Base64': 'text'}, 'text', cfn],
    ['Fn::If and Fn::Not', {'Fn::If': [{'Fn::Not': ['yes']}, 1, 2]}, 2, cfn],
    ['Fn::MemberListToMap', {'Fn::MemberListToMap': ['N', 'V', ['.member.0.N=k', '.member.0.V=v']]}, {k: 'v'}, cfn],
  ]
  for (const [name, call, value, scope = hot] of values)
    it(`gives ${name}`, () => assert.deepEqual(resolve(call, scope), value))

  const refused: [name: string, call: Json, message: RegExp][] = [
    [
      'a strict parameter that does not occur',
      {str_replace_strict: {template: 'a', params: {b: 'c'}}},
      /not found.*: b/,
    ],
    ['a very strict one that is empty', {str_replace_vstrict: {template: 'a', params: {a: ''}}}, /undefined or empty/],
    ['an index beyond the parts', {str_split: [',', 'a', 3]}, /between 0 and 0/],
    ['an unknown digest', {digest: ['nope', 'a']}, /Algorithm/],
    [
      'lists of different lengths side by side',
      {repeat: {template: 'x', for_each: {a: [1], b: []}, permutations: false}},
      /same length/,
    ],
    ['a map where lists are joined', {list_concat: [{a: 1}]}, /must be lists/],
    ['yaql', {yaql: {expression: '1'}}, /does not support the function yaql/],
  ]
  for (const [name, call, message] of refused)
    it(`refuses ${name}`, () => assert.throws(() => resolve(call, hot), message))

  const shapes: [call: Json, message: string][] = [
    [{str_replace: 'x'}, 'here.str_replace: : Arguments to "str_replace" must be a map'],
    [{a: [{equals: [1]}]}, 'here.a[0].equals: : Arguments to "equals" must be of the form: [value_1, value_2]'],
    [{if: ['c']}, 'here.if: : Arguments to "if" must be of the form: [condition_name, value_if_true, value_if_false]'],
  ]
  for (const [call, message] of shapes)
    it(`says where ${JSON.stringify(call)} is wrong`, () => {
      assert.throws(() => checkFunctions(call, 'here', hot), {message})
    })

  it('knows which version has which', () => {
    const old = readTemplate({heat_template_version: '2013-05-23'})
    assert.equal(callOf({digest: ['md5', 'a']}, old), undefined)
    assert.deepEqual(callOf({'Fn::Join': ['', []]}, old), ['Fn::Join', ['', []]])
    assert.equal(callOf({'Fn::If': ['a', 1, 2]}, {dialect: 'cfn', version: '2012-12-12'}), undefined)
  })

  it('finds the resources that a value needs, in the branch that is taken', () => {
    const value = {x: [{get_attr: ['a', 'b']}, {if: ['yes', {get_resource: 'c'}, {get_resource: 'd'}]}]}
    assert.deepEqual(referencesIn(value, hot), ['a', 'c'])
  })
})
