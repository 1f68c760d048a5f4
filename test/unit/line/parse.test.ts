import assert from 'node:assert/strict'
import * as Args from '@oclif/core/args'
import {UsageError} from '#errors'
import * as Flags from '#flags'
import {type ArgTable, parseCommand} from '#line/parse'
import type {FlagTable} from '#line/tokens'

const flags = {
  name: Flags.string({char: 'n', aliases: ['title']}),
  'name-domain': Flags.string({}),
  size: Flags.integer({min: 1}),
  format: Flags.string({options: ['json', 'table'], default: 'table'}),
  tag: Flags.strings({}),
  property: Flags.keyValues({}),
  roles: Flags.string({multiple: true, multipleNonGreedy: true, delimiter: ','}),
  enable: Flags.boolean({exclusive: ['disable']}),
  disable: Flags.boolean({exclusive: ['enable']}),
  wait: Flags.boolean({allowNo: true, char: 'w'}),
  all: Flags.boolean({char: 'a'}),
} as unknown as FlagTable
const args = {
  first: Args.string({required: true}),
  rest: Args.string({multiple: true}),
  last: Args.string({required: true}),
}

const parse = (argv: string[], table: FlagTable = flags, positional: object = {}, env: Record<string, string> = {}) =>
  parseCommand(argv, table, positional as ArgTable, undefined, env)

describe('the options of a command', () => {
  const cases: [string, string[], Record<string, unknown>][] = [
    ['a value apart', ['--name', 'x'], {name: 'x'}],
    ['a value behind =', ['--name=a=b'], {name: 'a=b'}],
    ['an empty value', ['--name='], {name: ''}],
    ['an empty word', ['--name', ''], {name: ''}],
    ['a value that begins with a dash', ['--name', '-x'], {name: '-x'}],
    ['a value that begins with two dashes', ['--name', '--other'], {name: '--other'}],
    ['a value that looks like an option, behind =', ['--name=--enable'], {name: '--enable'}],
    ['a short option with its value', ['-nx'], {name: 'x'}],
    ['an alias', ['--title', 'x'], {name: 'x'}],
    ['a unique beginning', ['--siz', '3'], {size: 3}],
    ['a whole name that others begin with', ['--name', 'x', '--name-d', 'y'], {name: 'x', 'name-domain': 'y'}],
    ['the last of a repeated one', ['--name', 'x', '--name', 'y'], {name: 'y'}],
    ['all of a repeatable one', ['--tag', 'x', '--tag=y'], {tag: ['x', 'y']}],
    ['keys and values', ['--property', 'a=b=c'], {property: [{key: 'a', value: 'b=c'}]}],
    ['comma lists', ['--roles', 'a,b', '--roles', 'c'], {roles: ['a', 'b', 'c']}],
    ['an absent switch', [], {enable: false, name: undefined, format: 'table'}],
    ['a negated switch', ['--no-wait'], {wait: false}],
    ['a cluster of switches and a value', ['-awnx'], {all: true, wait: true, name: 'x'}],
  ]
  for (const [title, argv, expected] of cases) {
    it(title, async () => {
      const parsed = await parse(argv)
      for (const [name, value] of Object.entries(expected)) assert.deepEqual(parsed.flags[name], value, name)
    })
  }

  describe('that name a variable', () => {
    const table = {
      width: Flags.integer({env: 'WIDTH', default: 80}),
      fit: Flags.boolean({env: 'FIT'}),
      mode: Flags.string({env: 'MODE', options: ['any', 'all'], required: true}),
    } as unknown as FlagTable
    const given: [string, string[], Record<string, string>, Record<string, unknown>][] = [
      ['take it', ['--mode', 'any'], {WIDTH: '40', FIT: '1'}, {width: 40, fit: true}],
      ['are required no more', [], {MODE: 'all'}, {mode: 'all', width: 80, fit: false}],
      [
        'are on the line before it',
        ['--width', '7', '--mode', 'any'],
        {WIDTH: '40', MODE: 'all'},
        {width: 7, mode: 'any'},
      ],
      ['take an empty one for none', ['--mode', 'any'], {WIDTH: '', FIT: ''}, {width: 80, fit: false}],
      ['know a switch that is off', ['--mode', 'any'], {FIT: '0'}, {fit: false}],
    ]
    for (const [title, argv, env, expected] of given)
      it(title, async () => {
        const parsed = await parse(argv, table, {}, env)
        for (const [name, value] of Object.entries(expected)) assert.deepEqual(parsed.flags[name], value, name)
      })
    it('say that the variable is wrong', async () => {
      await assert.rejects(parse([], table, {}, {MODE: 'none'}), /Variable MODE cannot be 'none'/)
      await assert.rejects(parse(['--mode', 'any'], table, {}, {WIDTH: 'wide'}), /Variable WIDTH: /)
    })
  })

  const wrong: [string, string[], RegExp][] = [
    ['an unknown option', ['--colour', 'x'], /Unknown option --colour/],
    ['a missing value', ['--name'], /--name requires a value/],
    ['an option where the value should be', ['--name', '--enable'], /--name requires a value/],
    ['a value for a switch', ['--enable=1'], /--enable does not take a value: '--enable=1'/],
    ['a number that is none', ['--size', 'big'], /--size: .*big/],
    ['a number that is too small', ['--size', '0'], /--size: .*0/],
    ['a value that is no choice', ['--format', 'xml'], /--format cannot be 'xml'/],
    ['both of a pair', ['--enable', '--disable'], /--enable and --disable are mutually exclusive/],
    ['a property without =', ['--property', 'a'], /--property: expected KEY=VALUE, got 'a'/],
    ['an ambiguous beginning', ['--na-', 'x'], /Unknown option --na-/],
    ['arguments where none are taken', ['word'], /Too many arguments: 'word'/],
  ]
  for (const [title, argv, message] of wrong) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(parse(argv), (error) => error instanceof UsageError && message.test(error.message))
    })
  }
})

describe('the arguments of a command', () => {
  const cases: [string[], unknown][] = [
    [['a', 'b'], {first: 'a', rest: [], last: 'b'}],
    [['a', 'b', 'c', 'd'], {first: 'a', rest: ['b', 'c'], last: 'd'}],
    [['a', '--', '--name', 'b'], {first: 'a', rest: ['--name'], last: 'b'}],
    [['a', '-', '-5'], {first: 'a', rest: ['-'], last: '-5'}],
    [['--name', 'n', 'a', '--enable', 'b'], {first: 'a', rest: [], last: 'b'}],
  ]
  for (const [argv, expected] of cases) {
    it(argv.join(' '), async () => assert.deepEqual((await parse(argv, flags, args)).args, expected))
  }

  it('names those that are missing', async () => {
    await assert.rejects(parse(['a'], flags, args), /Missing argument <last>/)
    await assert.rejects(parse([], flags, args), /Missing arguments <first>, <last>/)
  })
})
