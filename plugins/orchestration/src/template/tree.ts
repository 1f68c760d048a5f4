import type {ExactNumber, Json} from '@osc-cli/core'

/**
 * The value of a YAML or JSON document. Mappings are Maps: a plain object moves keys such as `80` to the front, and the
 * order of nested templates must be kept.
 */
export type Tree = null | boolean | number | string | ExactNumber | Tree[] | TreeMap

export type TreeMap = Map<string, Tree>

/** The value as the API takes it. */
export function toJson(tree: Tree): Json {
  if (tree instanceof Map) return Object.fromEntries([...tree].map(([key, value]) => [key, toJson(value)]))
  return Array.isArray(tree) ? tree.map(toJson) : tree
}
