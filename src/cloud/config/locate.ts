import {
  type Alias,
  type Document,
  isAlias,
  isScalar,
  isSeq,
  isMap as isYamlMap,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml'
import {isList, isMap, type Located, type LocatedMap} from '#cloud/config/located'
import {plainScalar} from '#cloud/config/plain-scalar'
import type {Source} from '#cloud/config/types'
import {ConfigError} from '#errors'

interface Context {
  document: Document
  /** File and line of an offset. */
  placeOf(offset: number): string
  /** The nodes around the current one: an alias to one of them would have no end. */
  open: Set<Node>
}

/** A node of the parsed file as values with their lines; `after` is where a missing node would stand. */
export function locate(node: Node | null, context: Context, after = 0): Located {
  const place = context.placeOf(node?.range?.[0] ?? after)
  const source: Source = {kind: 'file', name: place}
  if (node === null) return {value: null, source}
  if (isAlias(node)) return {...locate(targetOf(node, place, context), context), source}
  if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) {
    throw new ConfigError(`${place}: the tag ${node.tag} is unknown.`)
  }
  if (isScalar(node)) return {...scalar(node), source}
  if (context.open.has(node)) throw new ConfigError(`${place}: an alias refers to what it stands in.`)
  context.open.add(node)
  const value = collection(node, context)
  context.open.delete(node)
  return {value, source}
}

function scalar({value, type, source = ''}: Scalar): Pick<Located, 'value' | 'text'> {
  if (type !== 'PLAIN') return {value: String(value)}
  const plain = plainScalar(String(value))
  return typeof plain === 'string' ? {value: plain} : {value: plain, text: source}
}

function targetOf(alias: Alias, place: string, {document}: Context): Node {
  const target = alias.resolve(document)
  if (target) return target
  throw new ConfigError(`${place}: the alias *${alias.source} has no anchor above it.`)
}

function collection(node: Node, context: Context): LocatedMap | Located[] | null {
  if (isYamlMap<Node, Node | null>(node)) return mapping(node.items, context)
  return isSeq<Node>(node) ? node.items.map((item) => locate(item, context, node.range?.[0])) : null
}

function mapping(pairs: readonly Pair<Node, Node | null>[], context: Context): LocatedMap {
  const own = new Map<string, Located>()
  const inherited: LocatedMap[] = []
  for (const {key: node, value} of pairs) {
    const offset = node.range?.[0] ?? 0
    const key = isScalar(node) ? String(node.value) : ''
    const located = locate(value, context, offset)
    const twin = own.get(key)
    if (twin) throw duplicate(key, context.placeOf(offset), twin.source.name)
    if (key === '<<') inherited.unshift(...inheritedMaps(located))
    else
      own.set(key, isMap(located.value) ? {...located, source: {kind: 'file', name: context.placeOf(offset)}} : located)
  }
  return new Map([...inherited.flatMap((map) => [...map]), ...own])
}

/** Of `<<`: one mapping or a list of them, the last one having the least to say. */
function inheritedMaps({value, source}: Located): LocatedMap[] {
  const values = isList(value) ? value.map((item) => item.value) : [value]
  return values.reverse().map((map) => {
    if (isMap(map)) return map
    throw new ConfigError(`${source.name}: << takes a mapping, or a list of them.`)
  })
}

function duplicate(key: string, place: string, first: string): ConfigError {
  const line = first.slice(first.lastIndexOf(':') + 1)
  return new ConfigError(`${place}: ${key} is there twice; line ${line} has it too.`, {hint: 'Remove one of them.'})
}
