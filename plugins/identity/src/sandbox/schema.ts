import {asText, ExactNumber, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest} from '@osc-cli/core/sandbox'

/** The schema of a value in a body. */
export interface Property {
  type: 'string' | 'integer' | 'boolean' | 'object' | 'array'
  required?: boolean
  nullable?: boolean
  oneOf?: readonly string[]
  /** Length of a string or list, or value of a number. */
  least?: number
  most?: number
  pattern?: RegExp
  items?: Property
  unique?: boolean
  properties?: Schema
  /** Objects: rejects keys other than `properties`. */
  closed?: boolean
}

export type Schema = Readonly<Record<string, Property>>

export const NAME: Property = {type: 'string', least: 1, most: 255, pattern: /\S+/}
export const ID: Property = {type: 'string', least: 1, most: 64, pattern: /^[a-zA-Z0-9-]+$/}
export const DESCRIPTION: Property = {type: 'string', nullable: true}
export const FLAG: Property = {type: 'boolean'}
export const URL_TEXT: Property = {type: 'string', most: 225, pattern: /^[a-zA-Z0-9+.-]+:.+/}

export const required = (property: Property): Property => ({...property, required: true})
export const nullable = (property: Property): Property => ({...property, nullable: true})

/** Keystone's JSON schema error (400) for the first invalid value. `creates`: required keys must be present. */
export function checkBody(value: Json | undefined, schema: Schema, creates = true, closed = false): JsonObject {
  if (!isObject(value)) throw badRequest(`${repr(value ?? null)} is not of type 'object'`)
  if (!creates && Object.keys(value).length === 0) throw badRequest('{} does not have enough properties')
  checkObject(value, schema, [], creates, closed)
  return value
}

function checkObject(value: JsonObject, schema: Schema, path: string[], creates: boolean, closed: boolean): void {
  for (const [key, property] of Object.entries(schema)) {
    const part = value[key]
    if (part !== undefined) checkValue(part, property, [...path, key])
    else if (property.required && creates) fail(path, `'${key}' is a required property`)
  }
  if (!closed) return
  const extra = Object.keys(value).filter((key) => !Object.hasOwn(schema, key))
  if (extra.length > 0) {
    const names = extra.map((key) => `'${key}'`).join(', ')
    fail(path, `Additional properties are not allowed (${names} ${extra.length === 1 ? 'was' : 'were'} unexpected)`)
  }
}

/** The same for a single value; `path` leads to it in the body. */
export function checkValue(value: Json, property: Property, path: string[] = []): void {
  const {type, nullable: mayBeNull, oneOf} = property
  if (value === null && mayBeNull) return
  if (!hasType(value, type)) {
    const types = mayBeNull ? `'${type}', 'null'` : `'${type}'`
    fail(path, `${repr(value)} is not of type ${types}`)
  }
  if (oneOf && !oneOf.includes(asText(value) ?? ''))
    fail(path, `${repr(value)} is not one of [${oneOf.map((one) => `'${one}'`).join(', ')}]`)
  if (typeof value === 'string') checkText(value, property, path)
  if (typeof value === 'number') checkNumber(value, property, path)
  if (Array.isArray(value)) checkItems(value, property, path)
  if (isObject(value) && property.properties)
    checkObject(value, property.properties, path, true, property.closed === true)
}

function checkText(value: string, {least = 0, most, pattern}: Property, path: string[]): void {
  if (value.length < least) fail(path, `${repr(value)} is too short`)
  if (most !== undefined && value.length > most) fail(path, `${repr(value)} is too long`)
  if (pattern && !pattern.test(value)) fail(path, `${repr(value)} does not match ${repr(pattern.source)}`)
}

function checkNumber(value: number, {least, most}: Property, path: string[]): void {
  if (least !== undefined && value < least) fail(path, `${value} is less than the minimum of ${least}`)
  if (most !== undefined && value > most) fail(path, `${value} is greater than the maximum of ${most}`)
}

function checkItems(value: Json[], {least = 0, most, items, unique}: Property, path: string[]): void {
  if (value.length < least) fail(path, `${repr(value)} is too short`)
  if (most !== undefined && value.length > most) fail(path, `${repr(value)} is too long`)
  if (unique && new Set(value.map(repr)).size < value.length) fail(path, `${repr(value)} has non-unique elements`)
  if (items) for (const [place, item] of value.entries()) checkValue(item, items, [...path, String(place)])
}

function hasType(value: Json, type: Property['type']): boolean {
  if (type === 'integer')
    return Number.isInteger(value) || (value instanceof ExactNumber && /^-?\d+$/.test(value.source))
  if (type === 'array') return Array.isArray(value)
  return type === 'object' ? isObject(value) : typeof value === type
}

function fail(path: readonly string[], message: string): never {
  throw badRequest(path.length === 0 ? message : `Invalid input for field '${path.join('/')}': ${message}`)
}

/** Python's repr. */
export function repr(value: Json): string {
  if (value === null) return 'None'
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (typeof value === 'string') return value.includes("'") ? `"${value}"` : `'${value}'`
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`
  if (!isObject(value)) return String(value)
  return `{${Object.entries(value)
    .map(([key, part]) => `'${key}': ${repr(part ?? null)}`)
    .join(', ')}}`
}
