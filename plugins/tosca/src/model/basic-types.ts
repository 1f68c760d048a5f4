import {asText, isObject, type Json} from '@osc-cli/core'
import {scalarProblem} from '#model/scalars'
import {sourceOf} from '#yaml/places'

/** The types that no template defines. */
export const BASIC = new Set([
  'string',
  'integer',
  'float',
  'number',
  'boolean',
  'timestamp',
  'range',
  'version',
  'null',
  'list',
  'map',
  'json',
  'scalar-unit.size',
  'scalar-unit.time',
  'scalar-unit.frequency',
  'scalar-unit.bitrate',
])

const VERSION = /^\d+(?:\.\d+){0,2}(?:\.[A-Za-z0-9]+(?:-\d+)?)?$/

const TIMESTAMP =
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d*)?)?(?:\s*(?:[Zz]|[-+]\d{1,2}(?::?\d{2})?))?)?$/

/** What is wrong with a value of a basic type; undefined when nothing is, or for other types. */
export function basicProblem(value: Json, type: string): string | undefined {
  const shown = JSON.stringify(value)
  const text = asText(value)
  switch (type) {
    case 'timestamp':
      return TIMESTAMP.test(text ?? '') ? undefined : `${shown} is not a timestamp, such as 2026-01-31T12:00:00Z`
    case 'string':
      return text === undefined && typeof value !== 'boolean' ? `${shown} is not a text` : undefined
    case 'integer':
      return /^[-+]?\d+$/.test(text ?? '') ? undefined : `${shown} is not an integer`
    case 'float':
    case 'number':
      return text !== undefined && text.trim() !== '' && Number.isFinite(Number(text))
        ? undefined
        : `${shown} is not a number`
    case 'boolean':
      return /^(?:true|false|yes|no|on|off)$/i.test(String(value)) ? undefined : `${shown} is not a boolean`
    case 'version':
      return VERSION.test(text ?? '') ? undefined : `${shown} is not a version, such as 2.1`
    case 'range':
      return isRange(value) ? undefined : `${shown} is not a range, such as [1, 4]`
    case 'list':
      return Array.isArray(value) ? undefined : `${shown} is not a list`
    case 'map':
      return isObject(value) ? undefined : `${shown} is not a mapping`
    default:
      return type.startsWith('scalar-unit.') ? scalarProblem(value, type) : undefined
  }
}

function isRange(value: Json): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [low, high] = value
  return typeof low === 'number' && (high === 'UNBOUNDED' || (typeof high === 'number' && high >= low))
}

/** Unquoted numbers are texts where the type says so: `18.10` is not 18.1. */
export function textAsWritten(value: Json, type: string, {holder, key}: {holder: unknown; key: string | number}): Json {
  const isPlain = typeof value === 'number' || typeof value === 'boolean'
  if (!isPlain || (type !== 'string' && type !== 'version')) return value
  return sourceOf(holder, key) ?? String(value)
}
