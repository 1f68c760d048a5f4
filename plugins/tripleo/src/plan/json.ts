import {ExactNumber, type Json} from '@osc-cli/core'
import {repr, text} from '#jinja/text'
import {Float, isDict, isList} from '#jinja/values'

/** A value of a YAML file as JSON. */
export function toJson(value: unknown): Json {
  if (isDict(value)) return Object.fromEntries([...value].map(([key, item]) => [text(key), toJson(item)]))
  if (isList(value)) return value.map(toJson)
  if (value instanceof Float) return new ExactNumber(repr(value))
  return value === null || typeof value === 'boolean' || typeof value === 'number' ? value : String(value)
}
