import {type Alias, isAlias, isScalar, isSeq, isMap as isYamlMap, type Node, type Pair, type Scalar} from 'yaml'
import {isList, isMap, type Located, type LocatedMap} from '#cloud/config/located'
import {plainScalar} from '#cloud/config/plain-scalar'
import type {Source} from '#cloud/config/types'
import {ConfigError} from '#errors'

/** How many values a file may have once its aliases are expanded; more is an attack, not a configuration. */
const MOST_VALUES = 100_000

/** The tags that a configuration may use. */
const TAGS = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`))

/** A value, and how many values are in it. */
interface Counted {
  located: Located
  count: number
}

interface Context {
  /** File and line of an offset. */
  placeOf: (offset: number) => string
  /** Values by their anchors; undefined while a value is being read, so that it cannot contain itself. */
  anchors: Map<string, Counted | undefined>
}

/**
 * The parsed file as values with their lines. ConfigError for what has no meaning here. Messages never quote a value: it may
 * be a password that lacks its quotes.
 */
export const locate = (node: Node | null, placeOf: (offset: number) => string): Located =>
  read(node, {placeOf, anchors: new Map()}, 0).located

/** `after` is where a missing node would be, `key` the key that the value belongs to. */
function read(node: Node | null, context: Context, after: number, key?: string): Counted {
  const place = context.placeOf(node?.range?.[0] ?? after)
  const source: Source = {kind: 'file', name: place}
  if (node === null) return {located: {value: null, source}, count: 1}
  const fail = (reason: string): ConfigError =>
    new ConfigError(`${place}: ${key ? `${key}: ` : ''}${reason}.`, {code: 'ConfigSyntax'})
  if (isAlias(node)) {
    const {located, count} = targetOf(node, context, fail)
    return {located: {...located, source}, count}
  }
  if (node.tag && !TAGS.has(node.tag))
    throw fail('the value begins with !, which YAML reserves for tags; put it in quotes')
  const {anchor} = node as {anchor?: string}
  if (anchor !== undefined && isScalar(node) && node.source === '' && node.type === 'PLAIN')
    throw fail('the value begins with &, which YAML reserves for anchors; put it in quotes')
  if (anchor !== undefined) context.anchors.set(anchor, undefined)
  const {value, text, count} = isScalar(node) ? {...scalar(node), count: 1} : collection(node, context)
  if (count > MOST_VALUES) throw fail(`the aliases expand to more than ${MOST_VALUES} values`)
  const counted = {located: {value, source, ...(text !== undefined && {text})}, count}
  if (anchor !== undefined) context.anchors.set(anchor, counted)
  return counted
}

function scalar({value, type, source = ''}: Scalar): Pick<Located, 'value' | 'text'> {
  if (type !== 'PLAIN') return {value: String(value)}
  const plain = plainScalar(String(value))
  return typeof plain === 'string' ? {value: plain} : {value: plain, text: source}
}

function targetOf({source}: Alias, {anchors}: Context, fail: (reason: string) => ConfigError): Counted {
  const target = anchors.get(source)
  if (target) return target
  if (anchors.has(source)) throw fail('the alias refers to a value that contains it')
  throw fail('the value begins with *, which YAML reserves for aliases, and has no such anchor; put it in quotes')
}

type Content = Pick<Located, 'value' | 'text'> & {count: number}

function collection(node: Node, context: Context): Content {
  if (isYamlMap<Node, Node | null>(node)) return mapping(node.items, context)
  if (!isSeq<Node>(node)) return {value: null, count: 1}
  const items = node.items.map((item) => read(item, context, node.range?.[0] ?? 0))
  return {value: items.map(({located}) => located), count: sum(items)}
}

function mapping(pairs: readonly Pair<Node, Node | null>[], context: Context): Content {
  const own = new Map<string, Located>()
  const inherited: LocatedMap[] = []
  const values: Counted[] = []
  for (const {key: node, value} of pairs) {
    const offset = node.range?.[0] ?? 0
    const key = isScalar(node) ? String(node.value) : ''
    const counted = read(value, context, offset, key)
    const {located} = counted
    values.push(counted)
    const twin = own.get(key)
    if (twin) throw duplicate(context.placeOf(offset), twin.source.name)
    if (key === '<<') inherited.unshift(...inheritedMaps(located))
    else
      own.set(key, isMap(located.value) ? {...located, source: {kind: 'file', name: context.placeOf(offset)}} : located)
  }
  return {value: new Map([...inherited.flatMap((map) => [...map]), ...own]), count: sum(values)}
}

const sum = (values: readonly Counted[]): number => values.reduce((total, {count}) => total + count, 1)

/** Of `<<`: one mapping or a list of them; earlier ones take precedence. */
function inheritedMaps({value, source}: Located): LocatedMap[] {
  const values = isList(value) ? value.map((item) => item.value) : [value]
  return values.reverse().map((map) => {
    if (isMap(map)) return map
    throw new ConfigError(`${source.name}: << takes a mapping, or a list of mappings.`)
  })
}

function duplicate(place: string, first: string): ConfigError {
  const line = first.slice(first.lastIndexOf(':') + 1)
  return new ConfigError(`${place}: this key is already on line ${line}.`, {hint: 'Remove one of the two.'})
}
