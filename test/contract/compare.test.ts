import assert from 'node:assert/strict'
import type {ReferenceCommand, ReferenceOption, ReferencePositional} from '../reference/read.ts'
import {differencesOf} from './compare.ts'
import type {DeclaredArg, DeclaredCommand, DeclaredFlag} from './manifests.ts'

const value = {takesValue: true} as const
const option = (...rest: Partial<ReferenceOption>[]): ReferenceOption => Object.assign({flags: ['--one']}, ...rest)
const command = (fields: Partial<ReferenceCommand>): ReferenceCommand => ({
  name: 'thing do',
  api: 'openstack.things.v1',
  kind: 'command',
  client: 'python-thingclient',
  options: [],
  positionals: [],
  ...fields,
})

const optionCases: [string, ReferenceOption, DeclaredFlag | undefined, string[]][] = [
  ['that is missing', option(value), undefined, ['--one: missing']],
  ['that is hidden there', option(value, {hidden: true}), undefined, []],
  ['without its short name', option({flags: ['-o', '--one']}), {type: 'boolean'}, ['--one: -o is missing']],
  ['with its short name', option({flags: ['-o', '--one']}), {type: 'boolean', char: 'o'}, []],
  ['of another kind', option(value), {type: 'boolean'}, ['--one: takes no value']],
  ['that is required', option(value, {required: true}), {type: 'option'}, ['--one: not required']],
  [
    'that is repeatable',
    option(value, {repeatable: true}),
    {type: 'option'},
    ['--one: takes one value, not one value each time'],
  ],
  [
    'whose value may be omitted',
    option(value, {nargs: '?'}),
    {type: 'option'},
    ['--one: takes one value, not one value or none'],
  ],
  ['whose value is omitted as an empty one', option(value, {nargs: '?'}), {type: 'option', bare: ''}, []],
  [
    'that takes several words',
    option(value, {nargs: '+'}),
    {type: 'option', multiple: true},
    ['--one: takes one value each time, not several words'],
  ],
  ['that is greedy', option(value, {nargs: '+'}), {type: 'option', multiple: true, greedy: true}, []],
  [
    'with other choices',
    option(value, {choices: ['a', 'b']}),
    {type: 'option', options: ['b', 'c']},
    ['--one: choices: missing a; extra c'],
  ],
  [
    'with keys',
    option(value, {requiredKeys: ['size'], optionalKeys: ['format']}),
    {type: 'option', keys: {optional: ['format']}},
    ['--one: required keys: missing size'],
  ],
]

const argumentCases: [string, ReferencePositional[], DeclaredArg[], string[]][] = [
  ['one', [{name: 'a', required: true}], [{name: 'a', required: true}], []],
  ['several', [{name: 'a', nargs: '+', required: true}], [{name: 'a', required: true}], ['arguments: 1, not +']],
  ['none', [], [{name: 'a'}], ['arguments: ?, not none']],
  [
    'one of a choice',
    [{name: 'a', required: true, choices: ['x']}],
    [{name: 'a', required: true}],
    ['argument a: choices: missing x'],
  ],
]

const declared = (fields: Partial<DeclaredCommand>): DeclaredCommand => ({flags: {}, args: {}, ...fields})

describe('comparing a command with the reference', () => {
  for (const [what, reference, flag, expected] of optionCases)
    it(`reports an option ${what}`, () => {
      const ours = declared({flags: flag ? {one: flag} : {}})
      assert.deepEqual(differencesOf(command({options: [reference]}), ours), expected)
    })

  for (const [what, positionals, args, expected] of argumentCases)
    it(`reports arguments: ${what}`, () => {
      const ours = declared({args: Object.fromEntries(args.map((arg) => [arg.name, arg]))})
      assert.deepEqual(differencesOf(command({positionals}), ours), expected)
    })

  it('reports an option of ours alone', () => {
    assert.deepEqual(differencesOf(command({}), declared({flags: {two: {type: 'boolean'}}})), ['--two: an addition'])
  })

  const group = (required?: true): Partial<ReferenceCommand> => ({
    options: ['--a', '--b'].map((flag) => ({flags: [flag], mutuallyExclusiveGroup: 'g1'})),
    mutuallyExclusiveGroups: [{id: 'g1', ...(required && {required})}],
  })
  const flags = (rest: Partial<DeclaredFlag>): DeclaredCommand =>
    declared({flags: {a: {type: 'boolean', ...rest}, b: {type: 'boolean'}}})

  it('reports options that do not exclude each other', () => {
    assert.deepEqual(differencesOf(command(group()), flags({})), ['--a and --b: not exclusive'])
    assert.deepEqual(differencesOf(command(group()), flags({exclusive: ['b']})), [])
  })

  it('reports a group of which one is required', () => {
    assert.deepEqual(differencesOf(command(group(true)), flags({exclusive: ['b']})), ['--a, --b: all may be left out'])
    assert.deepEqual(differencesOf(command(group(true)), flags({exactlyOne: ['a', 'b']})), [])
  })

  it('reports missing output options and another default format', () => {
    const found = differencesOf(command({kind: 'lister', defaultFormat: 'json'}), declared({}))
    assert.ok(found.includes('-c, --column: missing'), found.join('\n'))
    assert.ok(found.includes('--format: default undefined, not json'), found.join('\n'))
  })
})
