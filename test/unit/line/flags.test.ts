import assert from 'node:assert/strict'
import * as Args from '@oclif/core/args'
import type {OscError} from '#errors'
import * as Flags from '#flags'
import {type ArgTable, parseCommand} from '#line/parse'
import type {FlagTable} from '#line/tokens'

const flags = {
  nic: Flags.pairs({keys: {required: ['net'], optional: ['tag']}}),
  servers: Flags.pairs({keys: {commas: true}}),
  zones: Flags.words({multiple: true}),
  tags: Flags.commaList(),
  input: Flags.jsonOrPairs(),
  port: Flags.range(),
  config: Flags.optionalValue({bare: 'auto'}),
  graph: Flags.optionalValue({bare: 'text', options: ['dot', 'text']}),
  ethertype: Flags.anyCase({options: ['IPv4', 'IPv6'], ignoreCase: true}),
  ...Flags.choices({enable: 'Enable', disable: 'Disable'}),
} as unknown as FlagTable

const parse = (...argv: string[]) => parseCommand(argv, flags, {}, undefined)

describe('options of argparse', () => {
  const values: [string[], string, unknown][] = [
    [['--nic', 'net=a', '--nic', 'net=b,tag=t'], 'nic', [{net: 'a'}, {net: 'b', tag: 't'}]],
    [['--servers', 'name=x,ids=a,b,c'], 'servers', [{name: 'x', ids: 'a,b,c'}]],
    [['--zones', 'a', 'b', '--enable'], 'zones', ['a', 'b']],
    [['--zones', 'a', '--zones', 'b', 'c'], 'zones', ['a', 'b', 'c']],
    [['--tags', 'a,b'], 'tags', ['a', 'b']],
    [['--input', '{"a": [1]}', '--input', 'b=2'], 'input', [{a: [1]}, {b: '2'}]],
    [['--port', '6:9'], 'port', [6, 9]],
    [['--port', '4'], 'port', [4, 4]],
    [['--config', '--enable'], 'config', 'auto'],
    [['--config', 'x'], 'config', 'x'],
    [['--enable'], 'config', undefined],
    [['--graph', 'dot'], 'graph', 'dot'],
    [['--graph', '--enable'], 'graph', 'text'],
    [['--ethertype', 'ipv6'], 'ethertype', 'IPv6'],
  ] // biome-ignore format: a case a line
  for (const [argv, name, expected] of values) {
    it(argv.join(' '), async () => assert.deepEqual((await parse(...argv)).flags[name], expected))
  }

  const refused: [string[], string][] = [
    [['--nic', 'tag=t'], 'Option --nic: required keys net are missing.'],
    [['--ethertype', 'ipv5'], "Option --ethertype cannot be 'ipv5'."],
    [['--nic', 'net=a,x=1'], 'Option --nic: invalid keys x.'],
    [['--graph=png'], "Option --graph cannot be 'png'."],
    [['--nic', 'net'], "Option --nic: expected comma-separated KEY=VALUE pairs, got 'net'."],
    [['--nic', '=a'], "Option --nic: the key is missing in '=a'."],
    [['--input', 'x'], "Option --input: expected KEY=VALUE or a JSON object, got 'x'."],
    [['--input', '5'], "Option --input: expected KEY=VALUE or a JSON object, got '5'."],
    [['--port', '9999999999999999'], "Option --port: expected NUMBER or FROM:TO, got '9999999999999999'."],
    [['--port', '9:6'], "Option --port: expected NUMBER or FROM:TO, got '9:6'."],
    [['--enable', '--disable'], 'Options --enable and --disable are mutually exclusive.'],
  ] // biome-ignore format: a case a line
  for (const [argv, message] of refused) {
    it(`refuses ${argv.join(' ')}`, () =>
      assert.rejects(parse(...argv), (error: OscError) => {
        assert.equal(error.message, message)
        return error.exitCode === 2
      }))
  }

  it('leaves a word that is not one of its values to the command', async () => {
    const table = {name: Args.string({required: true})} as unknown as ArgTable
    const {args, flags: read} = await parseCommand(['--graph', 'web'], flags, table, undefined)
    assert.deepEqual([args.name, read.graph], ['web', 'text'])
  })

  it('keeps options in the order of the line', async () => {
    const {given} = await parse('--nic', 'net=b', '--port', '4', '--nic', 'net=a')
    assert.deepEqual(
      given.map(({name, value}) => [name, value]),
      [
        ['nic', {net: 'b'}],
        ['port', [4, 4]],
        ['nic', {net: 'a'}],
      ],
    )
  })

  it('the value of the switch that was given', () => {
    assert.equal(Flags.chosen({enable: false, disable: true}, {enable: true, disable: false}), false)
    assert.equal(Flags.chosen({enable: false, disable: false}, {enable: true, disable: false}), undefined)
  })
})
