import type {ExactNumber, Json} from '@osc-cli/core'

/**
 * What a YAML or JSON document holds. Mappings are Maps, because a plain object moves keys such as `80` to the front and
 * the texts that are made of nested templates must keep their order.
 */
export type Tree = null | boolean | number | string | ExactNumber | Tree[] | TreeMap

export type TreeMap = Map<string, Tree>

/** The same as the API takes it. */
export function toJson(tree: Tree): Json {
  if (tree instanceof Map) return Object.fromEntries([...tree].map(([key, value]) => [key, toJson(value)]))
  return Array.isArray(tree) ? tree.map(toJson) : tree
}
