// Compares translations with those of heat-translator: HEAT_TRANSLATOR=checkout PAIRS=pairs.json node -C @osc/source plugins/tosca/test/pairs.ts
import {existsSync, readFileSync} from 'node:fs'
import {basename, join, resolve} from 'node:path'
import {Readable} from 'node:stream'
import {isDeepStrictEqual} from 'node:util'
import {HttpError, type JsonObject} from '@osc-cli/core'
import {parse} from 'yaml'
import {TemplateError} from '#faults'
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
  result: 'same' | 'differs' | 'error'
}

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

const count = {same: 0, refused: 0, different: 0}
for (const pair of pairs) {
  if (only && !pair.tosca.includes(only)) continue
  try {
    const actual = asWritten(await run(pair))
    if (pair.result === 'error') throw new Error('it is not refused')
    const found =
      alternatives(pair)
        .map((files) => differences(expectedIn(files), actual, ''))
        .toSorted((a, b) => a.length - b.length)[0] ?? []
    if (found.length === 0) count.same += 1
    else {
      count.different += 1
      console.log(`${pair.tosca} -> ${pair.hot[0]}\n  ${found.slice(0, 12).join('\n  ')}`)
    }
  } catch (error) {
    if (pair.result === 'error' && error instanceof TemplateError) {
      count.refused += 1
      if (process.env.VERBOSE) console.log(`${pair.tosca}: refused: ${error.message}`)
      continue
    }
    count.different += 1
    console.log(
      `${pair.tosca}: ${
        error instanceof TemplateError
          ? error.faults
              .map(({place, message}) => `${place.file}:${place.line} ${message}`)
              .slice(0, 6)
              .join('\n   ')
          : (error as Error).stack
      }`,
    )
  }
}
console.log(`${count.same} same, ${count.refused} refused as well, ${count.different} different`)
