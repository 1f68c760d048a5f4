/**
 * What is needed of a document and its nodes as the yaml package parses them. The package itself takes long to load, so
 * only those import it who parse.
 */
export interface YamlDocument {
  contents: unknown
  errors: readonly YamlError[]
  warnings: readonly YamlError[]
}

export interface YamlError {
  code: string
  pos: readonly [number, number]
}

/** A collection has `items`, a pair `key` and `value`, a scalar `value`, and an alias `source` only. */
export interface YamlNode {
  range?: readonly [number, number, number] | null
  anchor?: string
  flow?: boolean
  items?: readonly unknown[]
  key?: unknown
  value?: unknown
  source?: string
}

export const isNode = (value: unknown): value is YamlNode => typeof value === 'object' && value !== null

/** The nodes and pairs directly below a node. */
export function childrenOf(node: YamlNode): YamlNode[] {
  // The value of a scalar can be an object too.
  const pair = 'key' in node ? [node.key, node.value] : []
  return [...(node.items ?? []), ...pair].filter(isNode)
}

export const isAlias = (node: YamlNode): boolean =>
  typeof node.source === 'string' && !('value' in node) && !('items' in node)
