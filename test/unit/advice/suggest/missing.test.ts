import assert from 'node:assert/strict'
import {explain, type NamesOf} from '#advice/suggest/explain'
import {LineFault} from '#line/fault'
import {AmbiguousNameError} from '#resource/ambiguous'
import {fixedIndex} from '../../../support/fixed-core.ts'
import {runFixed} from '../../../support/fixed-place.ts'

const index = fixedIndex()
const NAMES: Readonly<Record<string, string[]>> = {
  user: ['alice', "it's"],
  project: ['demo'],
  role: ['\u001b[2J', 'admin'],
}
const cached: NamesOf = (noun) => NAMES[noun] && {values: NAMES[noun], source: `osc ${noun} list, 3 min old`}
const nothing: NamesOf = () => undefined

function explained(argv: string[], id: string, names: string[], namesOf: NamesOf, wide = true) {
  const used = id.split(' ').map((_, at) => at)
  const error = new LineFault('Missing argument.', {kind: 'missing', names}, {})
  const {message, hint, exitCode} = explain(error, {argv, used, id, index, program: 'osc'}, {namesOf, wide})
  assert.equal(exitCode, 2)
  return [message, ...(hint?.split('\n') ?? [])]
}

describe('an incomplete command', () => {
  it('lists cached names, and completes the line with one', () =>
    assert.deepEqual(explained(['user', 'show', '-f', 'json'], 'user show', ['user'], cached), [
      'Missing argument.',
      "Values for <user>: alice, 'it'\\''s' (osc user list, 3 min old).",
      'For example: osc user show -f json alice',
    ]))

  it('never shows what could drive a terminal', () =>
    assert.deepEqual(
      explained(['role', 'show'], 'role show', ['role'], cached)[1],
      'Values for <role>: admin (osc role list, 3 min old).',
    ))

  it('is one line in a pipe', () =>
    assert.deepEqual(explained(['user', 'show'], 'user show', ['user'], cached, false), [
      'Missing argument. For example: osc user show alice',
    ]))

  it('has an example of the command where nothing was seen', () => {
    const lines = explained(['user', 'show'], 'user show', ['user'], nothing)
    assert.match(lines[1] ?? '', /^<user>: /)
    assert.match(lines.at(-1) ?? '', /^For example: osc user show /)
  })

  it('knows what an option takes', () =>
    assert.match(explained(['x'], 'x', ['--project'], cached).join('\n'), /Values for --project: demo/))

  it('is asked for on a terminal with OSC_PROMPT=1', async () => {
    const {stdout, status} = await runFixed(['search'], {
      terminal: {},
      env: {OSC_PROMPT: '1'},
      started: (child) => setTimeout(() => child.stdin?.write('rollback\n'), 1500),
    })
    assert.match(stdout, /Missing argument <words>\.\n(?:[^\n]*\n)?words: /)
    assert.match(stdout, /osc stack cancel/)
    assert.equal(status, 0)
  })

  it('is asked for nowhere else', async () => {
    const piped = await runFixed(['search'], {env: {OSC_PROMPT: '1'}, stdin: 'rollback\n'})
    assert.deepEqual([piped.status, piped.stdout, piped.stderr.trimEnd().split('\n').length], [2, '', 1])
    const onTerminal = await runFixed(['search'], {terminal: {}})
    assert.equal(onTerminal.status, 2)
    assert.doesNotMatch(onTerminal.stdout, /words: /)
    const inCi = await runFixed(['search'], {terminal: {}, env: {OSC_PROMPT: '1', CI: 'true'}})
    assert.deepEqual([inCi.status, inCi.stdout.trimEnd().split('\n').length], [2, 1])
  })
})

describe('a name that several things have', () => {
  const line = (argv: string[], id: string, noun: string, given: string) => {
    const error = new AmbiguousNameError(noun, given, [{id: 'x1'}, {id: 'x2'}])
    const used = id.split(' ').map((_, at) => at)
    return explain(error, {argv, used, id, index, program: 'osc'}, {namesOf: nothing, wide: true}).hint?.split('\n')
  }
  const cases: [string, string[], string, string, string, string[]][] = [
    [
      'an argument',
      ['user', 'show', 'joe', '-f', 'json'],
      'user show',
      'user',
      'joe',
      ['osc user show x1 -f json', 'osc user show x2 -f json'],
    ],
    [
      'an option',
      ['role', 'add', '--user', 'joe', '--project', 'joe', 'admin'],
      'role add',
      'user',
      'joe',
      ['osc role add --user x1 --project joe admin', 'osc role add --user x2 --project joe admin'],
    ],
    [
      'an option with =',
      ['user', 'list', '--project=demo'],
      'user list',
      'project',
      'demo',
      ['osc user list --project=x1', 'osc user list --project=x2'],
    ],
  ]
  for (const [name, argv, id, noun, given, lines] of cases)
    it(name, () => assert.deepEqual(line(argv, id, noun, given), ['Use the ID:', ...lines.map((each) => `  ${each}`)]))

  it('says no line where it is not certain which word was meant', () =>
    assert.deepEqual(line(['user', 'show', 'other'], 'user show', 'user', 'joe'), ['Use the ID instead.']))
})
