import type {Document, Pair, ParsedNode, Scalar, YAMLMap} from 'yaml'
import {errorAt, type Source} from '#template/document-error'
import type {Tree, TreeMap} from '#template/tree'
import {plainScalar, taggedScalar} from '#template/yaml-scalars'

type Yaml = typeof import('yaml')

/** Limits how far aliases can expand a small file. */
const MAX_NODES = 1_000_000

const TAG = 'tag:yaml.org,2002:'
const COLLECTION_TAGS = new Set([undefined, '!', `${TAG}map`, `${TAG}seq`])
const PAIR_TAGS = new Set([`${TAG}omap`, `${TAG}pairs`])

/** Turns parsed nodes into values: types, aliases, merge keys (`<<`), the last of a repeated key. */
export function constructTree(
  document: Document.Parsed,
  source: Source,
  {isAlias, isMap, isPair, isScalar, isSeq}: Yaml,
): Tree {
  const anchors = new Map<string, {tree: Tree; size: number} | 'open'>()
  let size = 0

  function construct(node: ParsedNode | null): Tree {
    size++
    if (node === null) return null
    if (isAlias(node)) return aliased(node.source, node.range[0])
    const {anchor} = node
    if (anchor) anchors.set(anchor, 'open')
    const before = size
    const tree = value(node)
    if (anchor) anchors.set(anchor, {tree, size: size - before})
    return tree
  }

  function value(node: ParsedNode): Tree {
    if (isScalar(node)) return scalar(node)
    // JSON has neither: a set becomes a list, as do ordered mappings and their pairs.
    if (isMap(node) && node.tag === `${TAG}set`) return node.items.map(({key}) => construct(key))
    if (isSeq(node) && node.tag !== undefined && PAIR_TAGS.has(node.tag)) return node.items.map(pairOf)
    if (!COLLECTION_TAGS.has(node.tag)) throw unknownTag(node)
    if (isSeq(node)) return node.items.map((item) => construct(isPair(item) ? null : item))
    if (isMap(node)) return mapping(node)
    return null
  }

  /** An item of an ordered mapping: `- key: value` or, in brackets, `key: value`. */
  function pairOf(item: ParsedNode | Pair<ParsedNode, ParsedNode | null>): Tree[] {
    const pair = isPair(item) ? item : isMap(item) && item.items.length === 1 ? item.items[0] : undefined
    if (pair === undefined) {
      const offset = isPair(item) ? item.key.range[0] : item.range[0]
      throw errorAt(source, offset, 'each item of this list must be one key with its value')
    }
    return [construct(pair.key), construct(pair.value)]
  }

  // Messages quote nothing of the text: an unquoted password may begin with * or !.
  function aliased(name: string, offset: number): Tree {
    const target = anchors.get(name)
    if (target === undefined)
      throw errorAt(source, offset, 'an alias refers to no anchor above it; to begin a text with *, put it in quotes')
    if (target === 'open') throw errorAt(source, offset, 'an alias refers to a part that contains it')
    size += target.size
    if (size > MAX_NODES) throw errorAt(source, offset, `the aliases expand to more than ${MAX_NODES} values`)
    return target.tree
  }

  function scalar(node: Scalar.Parsed): Tree {
    const text = textOf(node)
    const {tag, type} = node
    if (tag === undefined && type === 'PLAIN' && text === '=') {
      throw errorAt(source, node.range[0], 'a value that is only = must be in quotes')
    }
    if (tag === '!' || tag === undefined) {
      const tree = tag || type === 'PLAIN' ? plainScalar(text) : text
      if (tree !== undefined) return tree
      throw errorAt(source, node.range[0], `JSON, which is sent to Heat, cannot represent ${text}`)
    }
    const tree = taggedScalar(tag, text)
    if (tree !== undefined) return tree
    throw unknownTag(node)
  }

  function textOf(node: Scalar.Parsed): string {
    const text = String(node.value)
    const atEnd = node.range[1] >= source.text.length && !source.text.endsWith('\n')
    // A block that ends with the file instead of a line break has no final line break.
    return atEnd && node.type?.startsWith('BLOCK') && text.endsWith('\n') ? text.slice(0, -1) : text
  }

  function mapping(node: YAMLMap.Parsed): TreeMap {
    const own: [string, Tree][] = []
    const merged: [string, Tree][] = []
    for (const pair of node.items) {
      if (isMergeKey(pair)) merged.push(...mergedPairs(construct(pair.value), pair.value?.range[0] ?? node.range[0]))
      else own.push([keyText(pair), construct(pair.value)])
    }
    return new Map([...merged, ...own])
  }

  const isMergeKey = ({key}: Pair<ParsedNode, ParsedNode | null>): boolean =>
    isScalar(key) && key.type === 'PLAIN' && key.value === '<<' && key.tag === undefined

  function mergedPairs(tree: Tree, offset: number): [string, Tree][] {
    const maps = Array.isArray(tree) ? tree.toReversed() : [tree]
    return maps.flatMap((map) => {
      if (map instanceof Map) return [...map]
      throw errorAt(source, offset, '<< requires a mapping or a list of mappings')
    })
  }

  function keyText({key}: Pair<ParsedNode, ParsedNode | null>): string {
    if (isScalar(key) && key.value === '=') return '='
    const tree = construct(key)
    if (typeof tree !== 'object' || tree === null) return String(tree)
    if (Array.isArray(tree) || tree instanceof Map) throw errorAt(source, key.range[0], 'a key must be a single value')
    return tree.source
  }

  function unknownTag(node: ParsedNode): Error {
    return errorAt(
      source,
      node.range[0],
      'the tag is unknown or does not fit its value; to begin a text with !, put it in quotes',
    )
  }

  return construct(document.contents)
}
