import {asText, ExactNumber, isObject, type Json, type JsonObject} from '#json'
import {badRequest} from '#sandbox/failure'

/** A key of a record as a client may send it. */
export interface Field {
  /** JSON type of the value; `any` accepts all of them. */
  type: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'any'
  /** A create without it is refused with 400. */
  required?: boolean
  /** Value of a new record when none was sent; default: null. */
  default?: Json
  /** Allowed values; default: any value of the type. */
  oneOf?: readonly string[]
  /** Allows null. */
  nullable?: boolean
  /** Set by the service only: refused in a body. */
  readOnly?: boolean
  /** Accepted and stored, but not shown: `flavorRef` of a server, a password. */
  hidden?: boolean
  /** First microversion that has it: refused and not shown before. */
  since?: string
}

/** The fields of a record by key. */
export type Fields = Readonly<Record<string, Field>>

/** How a body is checked. */
export interface FieldCheck {
  /** What messages call the record. */
  noun: string
  /** Keeps keys that are not among the fields; default: refused. */
  additional: boolean
  /** Whether the microversion in use has a field. */
  isKnown(field: Field): boolean
}

/** A record in which nothing was set. */
export const defaultsOf = (fields: Fields): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.default ?? null]))

/** Throws 400 for the first value that its field does not allow. Keys without a value pass: they are being removed. */
export function checkFields(values: JsonObject, fields: Fields, {noun, additional, isKnown}: FieldCheck): void {
  for (const [key, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!field && additional) continue
    if (!field || field.readOnly || !isKnown(field)) throw badRequest(`'${key}' cannot be set on a ${noun}.`)
    if (value !== undefined && !allows(field, value))
      throw badRequest(`Invalid input for field '${key}': ${expected(field)}.`)
  }
}

/** Throws 400 for the first required field that a new record lacks. */
export function checkRequired(values: JsonObject, fields: Fields): void {
  for (const [key, field] of Object.entries(fields))
    if (field.required && values[key] === undefined) throw badRequest(`'${key}' is a required property.`)
}

function allows({type, oneOf, nullable}: Field, value: Json): boolean {
  if (value === null) return nullable === true
  if (oneOf && !oneOf.includes(asText(value) ?? '')) return false
  switch (type) {
    case 'any':
      return true
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    case 'integer':
      return Number.isInteger(value) || (value instanceof ExactNumber && /^-?\d+$/.test(value.source))
    case 'number':
      return typeof value === 'number' || value instanceof ExactNumber
    default:
      return typeof value === type
  }
}

const expected = ({type, oneOf}: Field): string =>
  oneOf ? `it must be one of ${oneOf.join(', ')}` : `it must be of type ${type}`
