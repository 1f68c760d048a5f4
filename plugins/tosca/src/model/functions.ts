import {asArray, asText, isObject, type Json} from '@osc-cli/core'
import type {Unknown} from '#faults'

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
  /** Whether the arguments are written as a list. */
  isList: boolean
}

/** The call that a value is; undefined when it is a plain value. */
export function callOf(value: Json | undefined): Call | undefined {
  if (!isObject(value)) return undefined
  const entries = Object.entries(value)
  const [[name, args] = ['', null]] = entries
  return entries.length === 1 && NAMES.has(name)
    ? {name, args: Array.isArray(args) ? asArray(args) : [args ?? null], isList: Array.isArray(args)}
    : undefined
}

export const isFunction = (value: Json | undefined): boolean => callOf(value) !== undefined

/** The name that a value would have as a call, if it is not the name of a function. */
export function misspeltFunction(value: Json | undefined): Unknown | undefined {
  const [name, ...others] = isObject(value) ? Object.keys(value) : []
  return name === undefined || others.length > 0 || NAMES.has(name) ? undefined : {name, known: () => NAMES}
}

/** What a call requires and does not have: the number of arguments, and their types where the call itself says them. */
export function shapeFault({name, args, isList}: Call): string | undefined {
  const isName = (value: Json | undefined): boolean => typeof value === 'string'
  const mayBe = (value: Json | undefined, type: (plain: Json | undefined) => boolean): boolean =>
    isFunction(value) || type(value)
  const [first, second, third] = args
  switch (name) {
    case 'get_input':
      return asText(first) !== undefined ? undefined : 'the name of an input'
    case 'get_nodes_of_type':
      return args.length === 1 && isName(first) ? undefined : 'a node type'
    case 'get_operation_output':
      return args.length === 4 && args.every(isName) ? undefined : 'a node, an interface, an operation and an output'
    case 'concat':
      return isList && args.length > 0 ? undefined : 'a list of values'
    case 'join': {
      const isJoin = isList && args.length <= 2 && mayBe(first, Array.isArray) && !isObject(second)
      return isJoin ? undefined : 'a list of values, and optionally a separator'
    }
    case 'token': {
      const isText = (value: Json | undefined): boolean => asText(value) !== undefined
      const isToken =
        args.length === 3 &&
        mayBe(first, isText) &&
        mayBe(second, isText) &&
        mayBe(third, (index) => /^\d+$/.test(String(index)))
      return isToken ? undefined : 'a text, a separator and an index'
    }
    default:
      return args.length >= 2 && asText(first) !== undefined ? undefined : 'a node and a name'
  }
}
