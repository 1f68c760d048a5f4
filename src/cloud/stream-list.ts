import type {Readable} from 'node:stream'
import {placeOf} from '#cloud/http/explain'
import {type JsonSource, jsonSource, Malformed, Truncated} from '#cloud/http/json-source'
import {ConnectionError} from '#errors'
import {asArray, decodeJson, isObject, type Json, type JsonObject, NestingError} from '#json'

/** What is known of the answer that the stream belongs to: an HttpAnswer or ApiResponse will do. */
export interface Origin {
  status?: number
  url?: string
  headers?: Readonly<Record<string, string>>
}

/** A body that is known to be this small is parsed in one go. */
const SMALL = 128 * 1024

/**
 * The elements of the list under `key` as they arrive, several at a time, in flat memory; then, as the generator's return
 * value, the body's other top-level keys, wherever they are. With '' for `key` the body itself is the list. ConnectionError
 * when the body is truncated, is not JSON, or does not have the list. An answer with status 204 has no elements.
 */
export async function* elements(
  stream: Readable,
  key: string,
  origin: Origin = {},
): AsyncGenerator<JsonObject[], JsonObject> {
  const source = jsonSource(stream)
  try {
    if (origin.status === 204) return {}
    if (!isSmall(origin)) return yield* scanned(source, key)
    const {list, rest} = split(parse(await source.all()), key)
    if (list.length > 0) yield checked(list, key, 0)
    return rest
  } catch (error) {
    throw explained(error, key, origin)
  } finally {
    stream.destroy()
  }
}

async function* scanned(source: JsonSource, key: string): AsyncGenerator<JsonObject[], JsonObject> {
  const kind = await source.nextChar()
  if (kind === '[' && key === '') {
    yield* items(source, key)
    await expectEnd(source)
    return {}
  }
  // Neither an object nor the list that was wanted: what it is, `split` says.
  if (kind !== '{') split(parse(await source.all()), key)
  const others: [string, Json][] = []
  let found = false
  for await (const name of keys(source)) {
    const isList = name === key && (await source.nextChar()) === '['
    if (isList) yield* items(source, key)
    // Behind a blank, as inside a body: decodeJson looks for numbers there.
    else others.push([name, parse(` ${await source.value()}`)])
    found ||= isList
  }
  await expectEnd(source)
  const rest: JsonObject = Object.fromEntries(others)
  if (!found) split(rest, key)
  return rest
}

/** The keys of an object; the value must be taken before the next one is asked for. */
async function* keys(source: JsonSource): AsyncGenerator<string> {
  await source.take('{')
  if ((await source.nextChar()) === '}') return void (await source.take('}'))
  do {
    const name = parse(await source.value())
    if (typeof name !== 'string') throw new Malformed()
    await source.take(':')
    yield name
  } while ((await source.take(',}')) === ',')
}

async function* items(source: JsonSource, key: string): AsyncGenerator<JsonObject[]> {
  await source.take('[')
  if ((await source.nextChar()) === ']') return void (await source.take(']'))
  let place = 0
  do {
    const batch = await nextBatch(source)
    yield checked(batch, key, place)
    place += batch.length
  } while ((await source.take(',]')) === ',')
}

/** Parsing what has arrived at once costs half as much as one record at a time. */
async function nextBatch(source: JsonSource): Promise<readonly Json[]> {
  await source.nextChar()
  return source.several(parseSeveral) ?? [parse(await source.value())]
}

/** Undefined when it is not a list of whole values: it ends inside of one. */
function parseSeveral(text: string): readonly Json[] | undefined {
  try {
    return asArray(decodeJson(`[${text}]`))
  } catch {
    return undefined
  }
}

async function expectEnd(source: JsonSource): Promise<void> {
  if ((await source.nextChar()) !== '') throw new Malformed()
}

/** The list under `key` and everything else; ConnectionError saying what is there instead. */
function split(body: Json, key: string): {list: readonly Json[]; rest: JsonObject} {
  if (key === '' && Array.isArray(body)) return {list: body, rest: {}}
  if (key === '') throw wrong(`is ${nameOf(body)}, not a list`)
  if (!isObject(body)) throw wrong(`is ${nameOf(body)}, not an object with '${key}'`)
  const {[key]: list, ...rest} = body
  if (Array.isArray(list)) return {list, rest}
  if (list !== undefined) throw wrong(`has ${nameOf(list)} under '${key}', not a list`)
  const names = Object.keys(body)
  throw wrong(
    `does not have '${key}', only ${names.length > 0 ? names.map((name) => `'${name}'`).join(', ') : 'an empty object'}`,
  )
}

function checked(batch: readonly Json[], key: string, place: number): JsonObject[] {
  return batch.map((element, at) => {
    if (isObject(element)) return element
    throw wrong(`has ${nameOf(element)} as element ${place + at} of ${key === '' ? 'the list' : `'${key}'`}`)
  })
}

const isSmall = ({headers = {}}: Origin): boolean =>
  headers['content-encoding'] === undefined && Number(headers['content-length'] ?? Number.NaN) <= SMALL

function parse(text: string): Json {
  if (text.trim() === '') throw new Truncated()
  try {
    return decodeJson(text)
  } catch (error) {
    if (error instanceof NestingError) throw wrong(`is ${error.message}`)
    throw new Malformed()
  }
}

const nameOf = (value: Json): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : isObject(value) ? 'an object' : `a ${typeof value}`

class Wrong extends Error {}

const wrong = (what: string): Wrong => new Wrong(what)

function explained(error: unknown, key: string, {url, headers}: Origin): unknown {
  const subject = `The response${url === undefined ? '' : ` of ${placeOf(url)}`}`
  const list = key === '' ? 'a list' : `the list '${key}'`
  if (error instanceof Wrong) return new ConnectionError(`${subject} ${error.message}.`, {code: 'WrongBody'})
  if (error instanceof Truncated) {
    return new ConnectionError(`${subject} ends before ${list} is complete.`, {code: 'BadBody', hint: 'Try again.'})
  }
  if (!(error instanceof Malformed)) return error
  const type = headers?.['content-type']?.split(';')[0]
  return new ConnectionError(`${subject} is not JSON${type ? ` (${type})` : ''}; expected ${list}.`, {
    code: 'NoJson',
    hint: 'Check whether this is the endpoint of the service, or a login page or proxy in between. See the response with --debug.',
  })
}
