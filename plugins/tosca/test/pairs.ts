// Compares translations with those of heat-translator: HEAT_TRANSLATOR=checkout PAIRS=pairs.json node -C @osc/source plugins/tosca/test/pairs.ts
import {readFileSync} from 'node:fs'
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
  const name = basename(pair.hot[0] ?? 'main.yaml')
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

const count = {same: 0, refused: 0, otherOrder: 0, different: 0}
for (const pair of pairs) {
  if (only && !pair.tosca.includes(only)) continue
  try {
    const actual = asWritten(await run(pair))
    if (pair.result === 'error') throw new Error('it is not refused')
    const expected = asWritten(
      Object.fromEntries(
        pair.hot.map((file) => [
          basename(file),
          parse(readFileSync(join(data, 'hot_output', file.replace('hot_output/', '')), 'utf8'), {uniqueKeys: false}),
        ]),
      ),
    )
    const found = differences(expected, actual, '')
    if (found.length === 0) count.same += 1
    else if (pair.result === 'differs') count.otherOrder += 1
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
console.log(
  `${count.same} same, ${count.refused} refused as well, ${count.otherOrder} in another order, ${count.different} different`,
)
