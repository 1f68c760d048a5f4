import {isObject, type Json, pythonRepr} from '@osc-cli/core'

/** A value as YAQL's str() writes it: lists are tuples of Python. */
export function yaqlText(value: Json): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) || isObject(value) ? tuples(value) : String(value)
}

function tuples(value: Json): string {
  if (Array.isArray(value)) return `(${value.map(tuples).join(', ')}${value.length === 1 ? ',' : ''})`
  if (!isObject(value)) return pythonRepr(value)
  return `{${Object.entries(value)
    .map(([key, one]) => `${pythonRepr(key)}: ${tuples(one ?? null)}`)
    .join(', ')}}`
}
