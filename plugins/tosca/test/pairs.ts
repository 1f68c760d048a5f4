// Compares translations with those of heat-translator: HEAT_TRANSLATOR=checkout PAIRS=pairs.json node -C @osc/source plugins/tosca/test/pairs.ts
// Fails when a pair differs that docs/tosca.md gives no reason for.
import {existsSync, readFileSync} from 'node:fs'
import {basename, join, resolve} from 'node:path'
import {Readable} from 'node:stream'
import {isDeepStrictEqual} from 'node:util'
import {HttpError, type JsonObject} from '@osc-cli/core'
import {parse} from 'yaml'
import {faultText, TemplateError} from '#faults'
import {OFFLINE_FLAVORS, OFFLINE_IMAGES} from '#hot/offline-lists'
import {yamlText} from '#hot/template'
import {translate} from '#hot/translate'
import {loadTemplate} from '#model/load'
import {checkReferences} from '#read/external'
import {openInput} from '#read/input'
import {asWritten} from './compare.ts'

interface Pair {
  test: string
  tosca: string
  hot: string[]
  params: Record<string, string | number>
  /** `error`: heat-translator refuses the template. `differs`: its run gave another of the results that its test accepts. */
  result: 'same' | 'differs' | 'error'
}

type Outcome = 'equal' | 'refused' | 'different'

const root = resolve(process.env.HEAT_TRANSLATOR ?? '.')
const data = join(root, 'samples/tests/data')
const pairs = JSON.parse(readFileSync(process.env.PAIRS ?? 'pairs.json', 'utf8')) as Pair[]
const only = process.argv[2]

/** URLs of the samples lead to the checkout. */
async function download(url: string): Promise<Readable> {
  const path = url
    .replace(/^https:\/\/example\.com\//, '')
    .replace(
      /^https:\/\/raw\.githubusercontent\.com\/openstack\/heat-translator\/master\/(?:translator\/tests\/data|samples\/tests\/data)\//,
      '',
    )
  try {
    return Readable.from([readFileSync(join(data, path))])
  } catch {
    throw new HttpError('not found', {status: 404, url, method: 'GET'})
  }
}

async function run(pair: Pair): Promise<Record<string, unknown>> {
  const values = Object.fromEntries(Object.entries(pair.params).map(([key, value]) => [key, String(value)]))
  const source = /^https?:/.test(pair.tosca) ? pair.tosca : join(data, pair.tosca)
  const input = await openInput(source, {cwd: root, download})
  const {template, faults} = await loadTemplate(input.files, input.location, values)
  if (input.csar) await checkReferences(input.csar, template, faults, {download}, false)
  faults.check()
  const {main, nested} = translate(template, faults, {values, flavors: OFFLINE_FLAVORS, images: OFFLINE_IMAGES})
  faults.check()
  const name = keyOf(pair.hot[0] ?? 'main.yaml')
  const all = new Map<string, JsonObject>([[name, main], ...nested])
  const texts = await Promise.all([...all].map(async ([key, each]) => [key, parse(await yamlText(each))] as const))
  return Object.fromEntries(texts)
}

function differences(one: unknown, other: unknown, path: string): string[] {
  if (isDeepStrictEqual(one, other)) return []
  const isMap = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isMap(one) || !isMap(other)) return [`${path}: expected ${JSON.stringify(one)}, got ${JSON.stringify(other)}`]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].flatMap((key) => differences(one[key], other[key], `${path}.${key}`))
}

/** The results that heat-translator's tests accept: the order of its nodes, and so some names, differ from run to run. */
function alternatives({hot}: Pair): string[][] {
  const others = [2, 3, 4, 5, 6].map((number) => hot.map((file) => file.replace('_alt1', `_alt${number}`)))
  return [
    hot,
    ...others.filter((files) => files[0] !== hot[0] && files.every((file) => existsSync(expectedFile(file)))),
  ]
}

/** The name of a file, the same for all alternatives. */
const keyOf = (file: string): string => basename(file).replace(/_alt\d/, '_alt1')

const expectedFile = (file: string): string => join(data, 'hot_output', file.replace('hot_output/', ''))

const expectedIn = (files: readonly string[]): unknown =>
  asWritten(
    Object.fromEntries(
      files.map((file) => [keyOf(file), parse(readFileSync(expectedFile(file), 'utf8'), {uniqueKeys: false})]),
    ),
  )

/** Compares one pair, and prints what differs. */
async function outcomeOf(pair: Pair): Promise<Outcome> {
  try {
    const actual = asWritten(await run(pair))
    if (pair.result === 'error') throw new Error('The template is not refused.')
    const [found = []] = alternatives(pair)
      .map((files) => differences(expectedIn(files), actual, ''))
      .toSorted((a, b) => a.length - b.length)
    if (found.length === 0) return 'equal'
    console.log(`${pair.tosca} -> ${pair.hot[0]}\n  ${found.slice(0, 12).join('\n  ')}`)
  } catch (error) {
    if (pair.result === 'error' && error instanceof TemplateError) return 'refused'
    const text = error instanceof TemplateError ? error.faults.map(faultText).slice(0, 6).join('\n  ') : String(error)
    console.log(`${pair.tosca}: ${text}`)
  }
  return 'different'
}

const groupOf = ({tosca}: Pair): string => /^(?:etsi_)?nfv(?=\/)/.exec(tosca)?.[0] ?? 'simple profile'

const reasons = readFileSync(join(import.meta.dirname, '../../../docs/tosca.md'), 'utf8')
const hasReason = ({tosca}: Pair): boolean => reasons.includes(tosca.replace(/\.yaml$/, ''))

const scores = new Map<string, Record<Outcome, number>>()
const unexplained: string[] = []
for (const pair of pairs) {
  if (only && !pair.tosca.includes(only)) continue
  const outcome = await outcomeOf(pair)
  const score = scores.get(groupOf(pair)) ?? {equal: 0, refused: 0, different: 0}
  score[outcome] += 1
  scores.set(groupOf(pair), score)
  if (outcome === 'different' && !hasReason(pair)) unexplained.push(pair.tosca)
}
for (const [group, {equal, refused, different}] of scores)
  console.log(`${group}: ${equal} equal, ${refused} rejected by both, ${different} different`)
if (unexplained.length > 0) {
  console.log(`docs/tosca.md has no reason for: ${unexplained.join(', ')}`)
  process.exitCode = 1
}
