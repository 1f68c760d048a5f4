import {asArray, isObject, type Json} from '@osc-cli/core'

const NAMES = new Set([
  'get_input',
  'get_property',
  'get_attribute',
  'get_artifact',
  'get_operation_output',
  'get_nodes_of_type',
  'concat',
  'join',
  'token',
])

/** A call such as `{get_input: cpus}`. */
export interface Call {
  name: string
  args: Json[]
}

/** The call that a value is; undefined when it is a plain value. */
export function callOf(value: Json | undefined): Call | undefined {
  if (!isObject(value)) return undefined
  const entries = Object.entries(value)
  const [[name, args] = ['', null]] = entries
  return entries.length === 1 && NAMES.has(name)
    ? {name, args: Array.isArray(args) ? asArray(args) : [args ?? null]}
    : undefined
}

export const isFunction = (value: Json | undefined): boolean => callOf(value) !== undefined
