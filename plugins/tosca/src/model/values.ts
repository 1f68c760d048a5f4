import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {constraintProblem} from '#model/constraints'
import {isFunction} from '#model/functions'
import {scalarProblem} from '#model/scalars'
import type {Types} from '#types/types'
import {type Place, placeOfKey, placeOfValue, sourceOf} from '#yaml/places'

type Report = (place: Place, message: string) => void

interface Checking {
  types: Types
  report: Report
}

/** Where a value stands: in this container under this key, called this in messages. */
interface Spot {
  holder: unknown
  key: string | number
  what: string
}

/** Checks a value against a definition (`type`, `entry_schema`, `constraints`). Functions are checked elsewhere. */
export function checkValue(value: Json, schema: JsonObject, spot: Spot, context: Checking): void {
  if (value === null || isFunction(value)) return
  const type = asText(schema.type) ?? 'string'
  const problem = basicProblem(value, type)
  const place = placeOfValue(spot.holder, spot.key)
  if (problem !== undefined) {
    context.report(place, `${spot.what}: ${problem}`)
    return
  }
  if (type === 'list' || type === 'map') checkEntries(value, schema, spot, context)
  else checkDataType(value, type, spot, context)
  for (const constraint of asArray(schema.constraints).map(asObject)) {
    const broken = constraintProblem(textAsWritten(value, type, spot), constraint, type)
    if (broken !== undefined) context.report(place, `${spot.what}: ${broken}`)
  }
}

/** Unquoted numbers are texts where the type says so: `18.10` is not 18.1. */
export function textAsWritten(value: Json, type: string, {holder, key}: Pick<Spot, 'holder' | 'key'>): Json {
  if (type !== 'string' && type !== 'version') return value
  return typeof value === 'string' ? value : (sourceOf(holder, key) ?? String(value))
}

/** Assigned values, as texts where the type says so, and then the defaults of what is not assigned. */
export function withDefaults(values: JsonObject, schemas: JsonObject): JsonObject {
  const result: JsonObject = {}
  for (const [name, value] of Object.entries(values)) {
    const type = asText(schemaOf(schemas[name]).type) ?? ''
    const isPlain = typeof value === 'number' || typeof value === 'boolean'
    result[name] = isPlain ? textAsWritten(value, type, {holder: values, key: name}) : value
  }
  for (const [name, schema] of Object.entries(schemas)) {
    const preset = schemaOf(schema).default
    if (preset !== undefined && result[name] === undefined) result[name] = preset
  }
  return result
}

function checkEntries(value: Json, schema: JsonObject, spot: Spot, context: Checking): void {
  const entry = typeof schema.entry_schema === 'string' ? {type: schema.entry_schema} : asObject(schema.entry_schema)
  if (entry.type === undefined) return
  const entries: [string | number, Json | undefined][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(asObject(value))
  for (const [key, each] of entries)
    checkValue(each ?? null, entry, {holder: value, key, what: `${spot.what}, entry ${key}`}, context)
}

function checkDataType(value: Json, name: string, spot: Spot, context: Checking): void {
  if (BASIC.has(name)) return
  const type = context.types.find('data', name)
  if (type === undefined) {
    context.report(placeOfValue(spot.holder, spot.key), `${spot.what}: type ${name} is not defined`)
    return
  }
  const basic = context.types.chain(type).find(({body}) => asText(body.type) !== undefined || isBasicParent(body))
  const properties = context.types.section(type, 'properties')
  if (Object.keys(properties).length === 0) {
    const base = asText(basic?.body.type) ?? asText(basic?.body.derived_from)
    if (base !== undefined) checkValue(value, {type: base, constraints: basic?.body.constraints}, spot, context)
    return
  }
  if (!isObject(value)) {
    context.report(placeOfValue(spot.holder, spot.key), `${spot.what}: ${name} must be a mapping`)
    return
  }
  checkProperties(value, properties, {holder: spot.holder, key: spot.key, what: spot.what}, context)
}

const isBasicParent = (body: JsonObject): boolean => BASIC.has(asText(body.derived_from) ?? '')

/** Checks a mapping of properties: unknown ones, missing ones, and each value. */
export function checkProperties(values: JsonObject, schemas: JsonObject, spot: Spot, context: Checking): void {
  for (const [name, value] of Object.entries(values)) {
    const schema = schemas[name]
    if (schema === undefined) context.report(placeOfValue(values, name), `${spot.what} has no property ${name}`)
    else
      checkValue(
        value ?? null,
        schemaOf(schema),
        {holder: values, key: name, what: `property ${name} of ${spot.what}`},
        context,
      )
  }
  for (const [name, schema] of Object.entries(schemas)) {
    const {required, default: preset} = schemaOf(schema)
    if (required === false || preset !== undefined || values[name] !== undefined) continue
    context.report(placeOfKey(spot.holder, spot.key), `${spot.what} requires property ${name}`)
  }
}

/** A definition, also in its short form, which is only a type. */
export const schemaOf = (schema: Json | undefined): JsonObject =>
  typeof schema === 'string' ? {type: schema} : asObject(schema)

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
function basicProblem(value: Json, type: string): string | undefined {
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
