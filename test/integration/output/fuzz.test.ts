import assert from 'node:assert/strict'
import {type ChildProcessWithoutNullStreams, spawn, spawnSync} from 'node:child_process'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {decodeJson, isObject, type Json} from '#json'
import {type FormatCase, format} from '../../support/formatters.ts'
import {type Random, random} from '../../support/fuzz.ts'

const PYTHON = '/usr/bin/python3'
const DRIVER = fileURLToPath(new URL('../../golden/output/cliff_driver.py', import.meta.url))
const CASES = Number(process.env.OSC_FUZZ_CASES ?? 4000)

const WORDS = [
  'a',
  'web',
  'server-group',
  'null',
  'yes',
  'No',
  '~',
  '0x1f',
  '012',
  '1_000',
  '12:30:45',
  '1e5',
  '.5',
  '-',
  '- x',
  '? y',
  ': z',
  'a: b',
  'a:b',
  'a #b',
  '#c',
  '&d',
  '*e',
  '!f',
  '%g',
  '@h',
  '`i',
  '{j}',
  '[k]',
  'l,m',
  '"quoted"',
  "it's",
  'back\\slash',
  'ü',
  'naïve',
  '日本語',
  'ｆｕｌｌ',
  '👩‍👩‍👧',
  'é',
  '\u00a0',
  '\u200b',
  '2026-11-24',
  '2026-11-24T05:00:00Z',
  '---',
  '...',
  '=',
  '<<',
  'true',
  'http://127.0.0.1:5000/v3/',
  'very-long-hyphenated-word-that-goes-on',
  'x'.repeat(40),
  '--',
  'and--so',
  'OS::Heat::Stack',
]
const GLUE = [' ', ' ', ' ', '  ', '', '\n', '\n\n', ' \n', '\n ', ', ', '-', '\t', '\r\n']

function text(r: Random): string {
  const count = r.pick([0, 1, 1, 1, 2, 3, 6, 14, 30])
  let result = ''
  for (let i = 0; i < count; i += 1) result += (i > 0 ? r.pick(GLUE) : r.pick(['', '', '', ' '])) + r.pick(WORDS)
  return result
}

function value(r: Random, depth = 0, isFormattable = true): string {
  const kind = r.below(depth > 2 ? 6 : 9)
  if (kind < 3) return JSON.stringify(text(r))
  if (kind === 3) return 'null'
  if (kind === 4) return r.pick(['true', 'false'])
  if (kind === 5)
    return r.pick([
      '0',
      '-7',
      '42',
      '1.5',
      '1.0',
      '1e5',
      '1E-7',
      '0.00001',
      '123456789012345678901234567890',
      '1e22',
      '-0.0',
      '3.14159',
      '100000000000000000.0',
    ])
  const members = Array.from({length: r.below(4)}, () => value(r, depth + 1))
  if (kind === 6) return `[${members.join(', ')}]`
  if (kind === 7)
    return `{${[...new Set(members.map(() => JSON.stringify(r.pick([text(r), r.pick(WORDS)]))))].map((key) => `${key}: ${value(r, depth + 1)}`).join(', ')}}`
  return depth > 0 || !isFormattable ? '{}' : `{"__formatted__": ${value(r, 1)}, "human": ${JSON.stringify(text(r))}}`
}

function makeCase(seed: number): {line: string; request: FormatCase} {
  const r = random(seed)
  const kind = r.pick(['list', 'show'] as const)
  const width = 1 + r.below(5)
  const columns = Array.from(
    {length: width},
    (_, i) => r.pick(['ID', 'Name', 'Stack Status', 'a:b-c', 'größe', 'x']) + (i === 0 ? '' : i),
  )
  const formats =
    kind === 'list'
      ? ['table', 'table', 'json', 'yaml', 'csv', 'value']
      : ['table', 'table', 'json', 'yaml', 'shell', 'value']
  const args = ['-f', r.pick(formats)]
  if (r.below(4) === 0) args.push('-c', r.pick(columns))
  if (r.below(3) === 0) args.push('--max-width', String(r.pick([1, 20, 40, 60, 80, 120])))
  if (r.below(4) === 0) args.push('--noindent')
  if (kind === 'list' && r.below(3) === 0) args.push('--quote', r.pick(['all', 'minimal', 'none', 'nonnumeric']))
  if (kind === 'list' && r.below(4) === 0) args.push('--print-empty')
  if (kind === 'list' && r.below(3) === 0)
    args.push('--sort-column', r.pick(columns), r.pick(['--sort-ascending', '--sort-descending']))
  if (kind === 'show' && r.below(4) === 0) args.push('--prefix', 'os_')
  // A column's cells are all formatted or none is; sorting a mix of them is not defined.
  const row = () => `[${columns.map(() => value(r, 0, !args.includes('--sort-column'))).join(', ')}]`
  const data = kind === 'list' ? `"rows": [${Array.from({length: r.below(5)}, row).join(', ')}]` : `"values": ${row()}`
  const line = `{"kind": "${kind}", "columns": ${JSON.stringify(columns)}, "args": ${JSON.stringify(args)}, ${data}}`
  return {line, request: decodeJson(line) as unknown as FormatCase}
}

describe('the formatters against cliff, on random data', function () {
  this.timeout(300_000)
  let cliff: ChildProcessWithoutNullStreams
  let answers: AsyncIterator<string>

  before(function () {
    if (spawnSync(PYTHON, ['-c', 'import cliff']).status !== 0) this.skip()
    cliff = spawn(PYTHON, [DRIVER])
    cliff.stderr.resume()
    answers = createInterface({input: cliff.stdout})[Symbol.asyncIterator]()
  })
  after(() => void cliff?.stdin.end())

  it(`prints the same bytes ${CASES} times`, async () => {
    const differences: string[] = []
    for (let seed = 1; seed <= CASES; seed += 1) {
      const {line, request} = makeCase(seed)
      cliff.stdin.write(`${line}\n`)
      const answer: Json = decodeJson((await answers.next()).value as string)
      if (!isObject(answer) || answer.out === undefined) continue
      const ours = await format(request)
      if (ours !== answer.out)
        differences.push(`seed ${seed}: ${line}\ncliff: ${JSON.stringify(answer.out)}\nours:  ${JSON.stringify(ours)}`)
    }
    assert.equal(
      differences.length,
      0,
      `${differences.length} differ, among them\n${differences.slice(0, 8).join('\n\n')}`,
    )
  })
})
